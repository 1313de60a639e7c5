package dev.broadsheet.account.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A passkey.
 *
 * @param credential its id, in base64url
 * @param person number of whose it is
 * @param name by which its person knows it, no other of theirs has it
 * @param publicKey its attested credential data, in base64url
 * @param signCount how often it had signed when it was last used; 0 for ever with most
 * @param userVerified whether it has ever told who holds it, by a finger or a number
 * @param backupEligible whether it may be copied to other machines of its person
 * @param backedUp whether it has been
 * @param transports by which a browser reaches it
 * @param used when it was last used to sign in; null for never
 */
record Passkey(
        String credential,
        long person,
        String name,
        String publicKey,
        long signCount,
        boolean userVerified,
        boolean backupEligible,
        boolean backedUp,
        List<String> transports,
        Instant made,
        @Nullable Instant used) {
    static final String COLUMNS = "credential, person, name, public_key, sign_count, user_verified, backup_eligible,"
            + " backed_up, transports, made_at, used_at";

    static Passkey of(ResultSet row) throws SQLException {
        long used = row.getLong("used_at");
        boolean never = row.wasNull();
        return new Passkey(
                row.getString("credential"),
                row.getLong("person"),
                row.getString("name"),
                row.getString("public_key"),
                row.getLong("sign_count"),
                row.getInt("user_verified") != 0,
                row.getInt("backup_eligible") != 0,
                row.getInt("backed_up") != 0,
                row.getString("transports").isEmpty()
                        ? List.of()
                        : List.of(row.getString("transports").split(" ")),
                Instant.ofEpochMilli(row.getLong("made_at")),
                never ? null : Instant.ofEpochMilli(used));
    }
}
