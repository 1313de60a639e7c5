package dev.broadsheet.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.broadsheet.account.Person;
import dev.broadsheet.discussion.Comment;
import dev.broadsheet.discussion.PublicComment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A comment as the API writes it. What is not known is left out, never null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommentItem(
        String id,
        String createdAt,
        @Nullable UserItem author,
        String type,
        Data data,
        @Nullable String parentCommentId) {

    /** What it says, and what was done with it. */
    record Data(
            boolean edited,
            boolean hidden,
            Latest latest,
            int numEdits,
            List<String> editors,
            List<String> editorAvatarUrls,
            List<ReactionItem> reactions,
            boolean isReport) {}

    record Latest(String raw, String html, String updatedAt) {}

    record ReactionItem(String reaction, List<String> users, int count) {}

    static CommentItem of(PublicComment shown) {
        Comment comment = shown.comment();
        Person writer = shown.writer();
        Long parent = comment.parent();
        List<ReactionItem> reactions = shown.reactions().entrySet().stream()
                .map(entry -> new ReactionItem(
                        entry.getKey().sign(),
                        entry.getValue().stream().map(Person::name).toList(),
                        entry.getValue().size()))
                .toList();
        Instant updated = Objects.requireNonNullElse(comment.editedAt(), comment.at());
        return new CommentItem(
                key(comment.number()),
                ApiFormat.moment(comment.at()),
                writer == null ? null : UserItem.of(writer),
                "comment",
                new Data(
                        comment.edits() > 0,
                        false,
                        new Latest(comment.text(), shown.html(), ApiFormat.moment(updated)),
                        comment.edits(),
                        writer == null ? List.of() : List.of(writer.name()),
                        writer == null ? List.of() : List.of(UserItem.AVATAR),
                        reactions,
                        false),
                parent == null ? null : key(parent));
    }

    /** The 24 hexadecimal digits that clients expect, from which the number can be read again. */
    private static String key(long number) {
        return "%024x".formatted(number);
    }

    /** The number in such a key; 0, which no comment has, for anything else. */
    static long number(String key) {
        return key.matches("0{16}[0-9a-f]{8}") ? Long.parseLong(key, 16) : 0;
    }
}
