package dev.broadsheet.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paper in the list of all papers. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BriefPaper(
        String id,
        String title,
        int upvotes,
        String publishedAt,
        String thumbnailUrl,
        List<PaperItem.AuthorItem> authors,
        String summary,
        @Nullable String projectPage,
        @Nullable String githubRepo,
        @JsonProperty("ai_summary") @Nullable String synopsis) {
    static BriefPaper of(PaperItem paper, String thumbnail) {
        return new BriefPaper(
                paper.id(),
                paper.title(),
                paper.upvotes(),
                paper.publishedAt(),
                thumbnail,
                paper.authors(),
                paper.summary(),
                paper.projectPage(),
                paper.githubRepo(),
                paper.synopsis());
    }
}
