package dev.broadsheet.source.oai;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a repository says instead of giving records. */
final class OaiException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    private final String code;

    OaiException(String code, String explanation, @Nullable Throwable cause) {
        super(message(code, explanation), cause);
        this.code = code;
    }

    /** Whether it is the error of that name in the protocol. */
    boolean is(String name) {
        return code.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
    }

    private static String message(String code, String explanation) {
        String line = explanation.replaceAll("\\s+", " ").strip();
        String shown = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
        return "the repository answers " + code + (shown.isEmpty() ? "" : ": " + shown);
    }
}
