package dev.broadsheet.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paper as the API writes it. What is not known is left out, never null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaperItem(
        String id,
        List<AuthorItem> authors,
        @Nullable List<String> mediaUrls,
        String publishedAt,
        @Nullable String submittedOnDailyAt,
        String title,
        @Nullable UserItem submittedOnDailyBy,
        @Nullable String withdrawnAt,
        String summary,
        int upvotes,
        String discussionId,
        @Nullable String projectPage,
        @Nullable String githubRepo,
        @Nullable Integer githubStars,
        @JsonProperty("ai_summary") @Nullable String synopsis,
        @JsonProperty("ai_keywords") @Nullable List<String> keywords) {

    /** One author. */
    record AuthorItem(@JsonProperty("_id") String key, String name, boolean hidden) {}

    /** @param appearance the list the paper is shown for, or null */
    static PaperItem of(Paper paper, @Nullable Appearance appearance, ApiCounts counts) {
        Metadata metadata = paper.metadata();
        Link code = metadata.link(Link.Kind.CODE);
        Link project = metadata.link(Link.Kind.PROJECT);
        return new PaperItem(
                paper.id().value(),
                authors(paper),
                media(metadata),
                publishedAt(paper),
                appearance == null ? null : ApiFormat.date(appearance.day()),
                ApiFormat.line(metadata.title()),
                UserItem.of(appearance, true),
                withdrawnAt(paper),
                ApiFormat.line(metadata.abstractText()),
                counts.upvotes(paper),
                ApiFormat.key("discussion", paper.id().value()),
                project == null ? null : project.url(),
                code == null ? null : code.url(),
                code == null ? null : code.stars(),
                metadata.synopsis(),
                metadata.keywords().isEmpty() ? null : metadata.keywords());
    }

    private static List<AuthorItem> authors(Paper paper) {
        List<AuthorItem> items = new ArrayList<>();
        for (Author author : paper.metadata().authors()) {
            String key = ApiFormat.key("author", paper.id().value() + "#" + items.size());
            items.add(new AuthorItem(key, author.name(), false));
        }
        return items;
    }

    private static @Nullable List<String> media(Metadata metadata) {
        List<String> media = metadata.links().stream()
                .filter(link -> link.kind() == Link.Kind.MEDIA)
                .map(Link::url)
                .toList();
        return media.isEmpty() ? null : media;
    }

    /** The date of the first version; where no source gives one, any date we have. */
    static String publishedAt(Paper paper) {
        Metadata metadata = paper.metadata();
        PartialDate date = metadata.published() != null ? metadata.published() : metadata.day();
        return ApiFormat.date(
                date != null
                        ? date.firstDay()
                        : paper.addedAt().atZone(ZoneOffset.UTC).toLocalDate());
    }

    // Sources tell that a paper was withdrawn, not when; its last change is the best we know.
    private static @Nullable String withdrawnAt(Paper paper) {
        PartialDate updated = paper.metadata().updated();
        if (!paper.metadata().withdrawn()) {
            return null;
        }
        return updated == null ? publishedAt(paper) : ApiFormat.date(updated.firstDay());
    }
}
