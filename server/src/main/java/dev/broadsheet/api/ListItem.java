package dev.broadsheet.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.broadsheet.daily.DailyList.Entry;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.search.SearchAnswer.Hit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper in a daily list or in an answer to a search, as the API writes it.
 *
 * @param publishedAt in a list the list's day, which clients call the day of submission; in an
 *     answer the paper's own
 * @param explanation only where it was asked for: clients of Hugging Face's API know no such field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListItem(
        PaperItem paper,
        String publishedAt,
        String title,
        String summary,
        @Nullable List<String> mediaUrls,
        String thumbnail,
        int numComments,
        @Nullable UserItem submittedBy,
        @JsonProperty("isAuthorParticipating") boolean authorParticipating,
        @Nullable Boolean upvoted,
        @Nullable List<Highlight> highlightedTitle,
        @Nullable List<Highlight> highlightedSummary,
        @Nullable ExplanationItem explanation) {

    /** A paper on a list. */
    static ListItem listed(Entry entry, ApiCounts counts, String origin) {
        Appearance appearance = entry.appearance();
        PaperItem item = PaperItem.of(entry.paper(), appearance, counts);
        return new ListItem(
                item,
                ApiFormat.date(entry.day()),
                item.title(),
                item.summary(),
                item.mediaUrls(),
                thumbnail(origin),
                counts.comments(entry.paper()),
                UserItem.of(entry),
                false,
                null,
                null,
                null,
                null);
    }

    /** A paper that answers a search. */
    static ListItem found(Hit hit, @Nullable Appearance appearance, ApiCounts counts, String origin) {
        PaperItem item = PaperItem.of(hit.paper(), appearance, counts);
        return new ListItem(
                item,
                item.publishedAt(),
                item.title(),
                item.summary(),
                item.mediaUrls(),
                thumbnail(origin),
                counts.comments(hit.paper()),
                null,
                false,
                counts.upvoted(hit.paper()),
                Highlight.of(hit.paper().metadata().title(), hit.titleMatches()),
                Highlight.of(hit.paper().metadata().abstractText(), hit.abstractMatches()),
                null);
    }

    /** The same with why it is here. */
    ListItem because(@Nullable ExplanationItem why) {
        return new ListItem(
                paper,
                publishedAt,
                title,
                summary,
                mediaUrls,
                thumbnail,
                numComments,
                submittedBy,
                authorParticipating,
                upvoted,
                highlightedTitle,
                highlightedSummary,
                why);
    }

    /** We draw no thumbnails; clients expect an address. */
    static String thumbnail(String origin) {
        return origin + "/static/paper.svg";
    }
}
