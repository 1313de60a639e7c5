package dev.broadsheet.account.oidc;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** That a provider did not vouch for anybody. The message is a sentence for the log, without anything secret. */
final class OidcException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    OidcException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    OidcException(String message) {
        this(message, null);
    }
}
