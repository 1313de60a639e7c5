package dev.broadsheet.account.key;

import dev.broadsheet.account.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An API key, without what proves it.
 *
 * @param name by which its person knows it, no other of theirs has it
 * @param used when it was last used, to within some minutes; null for never
 */
record ApiKey(
        long number,
        String name,
        Set<Scope> scopes,
        Instant made,
        Instant expires,
        @Nullable Instant used) {
    static final String COLUMNS = "api_key.number, api_key.name, scopes, made_at, expires_at, used_at";

    static ApiKey of(ResultSet row) throws SQLException {
        long used = row.getLong("used_at");
        boolean never = row.wasNull();
        return new ApiKey(
                row.getLong("number"),
                row.getString("name"),
                scopes(row.getString("scopes")),
                Instant.ofEpochMilli(row.getLong("made_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                never ? null : Instant.ofEpochMilli(used));
    }

    /** The scopes as they are shown: {@code read, vote}. */
    String words() {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(", "));
    }

    /** Of stored words; those that no scope has any more are left out. */
    static Set<Scope> scopes(String words) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(words.split(" ")).flatMap(word -> Scope.of(word).stream()).forEach(scopes::add);
        return scopes;
    }

    static String stored(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(" "));
    }
}
