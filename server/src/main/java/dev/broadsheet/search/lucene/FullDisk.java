package dev.broadsheet.search.lucene;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a full disk from other failures to write the index. */
final class FullDisk {
    /** Java has no exception for it: the words are those of Linux and macOS, of a quota there, and of Windows. */
    private static final List<String> WORDS =
            List.of("No space left on device", "Disk quota exceeded", "There is not enough space on the disk");

    private FullDisk() {}

    static boolean isReasonOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause instanceof IOException
                    && message != null
                    && WORDS.stream().anyMatch(message::contains)) {
                return true;
            }
        }
        return false;
    }
}
