package dev.broadsheet.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.broadsheet.account.Person;
import dev.broadsheet.daily.DailyList;
import dev.broadsheet.paper.Appearance;
import org.jspecify.annotations.Nullable;

/**
 * Who put a paper on a list. Of the people behind an imported list only their names are known; the
 * rest is what a client expects of anybody.
 *
 * @param user the user name again, which the wire has in some places only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserItem(
        @JsonProperty("_id") String key,
        String avatarUrl,
        @JsonProperty("isPro") boolean pro,
        String fullname,
        @Nullable String user,
        String name,
        String type,
        @JsonProperty("isHf") boolean hf,
        @JsonProperty("isHfAdmin") boolean hfAdmin,
        @JsonProperty("isMod") boolean mod) {
    static final String AVATAR = "/static/person.svg";

    /** Who put a paper on a list: where the list was imported, else here; null where nobody is known. */
    static @Nullable UserItem of(DailyList.Entry entry) {
        UserItem imported = of(entry.appearance(), false);
        Person person = entry.submission() == null ? null : entry.submission().signedBy();
        return imported != null || person == null ? imported : of(person.name(), person.title(), false);
    }

    /** Null where nobody is known, as on the wire of old lists. */
    static @Nullable UserItem of(@Nullable Appearance appearance, boolean withUser) {
        if (appearance == null) {
            return null;
        }
        String name = appearance.submitter() != null ? appearance.submitter() : appearance.submitterName();
        if (name == null) {
            return null;
        }
        return of(name, appearance.submitterName() != null ? appearance.submitterName() : name, withUser);
    }

    /** Somebody with an account here. */
    static UserItem of(Person person) {
        return of(person.name(), person.title(), false);
    }

    private static UserItem of(String name, String fullName, boolean withUser) {
        return new UserItem(
                ApiFormat.key("user", name),
                AVATAR,
                false,
                fullName,
                withUser ? name : null,
                name,
                "user",
                false,
                false,
                false);
    }
}
