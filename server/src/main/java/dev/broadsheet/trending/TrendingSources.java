package dev.broadsheet.trending;

import dev.broadsheet.authorship.Authorship;
import dev.broadsheet.daily.Submissions;
import dev.broadsheet.discussion.Comments;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.vote.Votes;

/** The rooms that know what people did for papers. */
public record TrendingSources(
        Catalogue catalogue, Votes votes, Comments comments, Authorship authorship, Submissions submissions) {}
