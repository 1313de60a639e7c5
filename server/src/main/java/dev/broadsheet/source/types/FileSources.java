package dev.broadsheet.source.types;

import dev.broadsheet.source.Format;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.UnreadableFileException;
import dev.broadsheet.source.file.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Files of papers as sources. Plain or compressed with gzip, in any {@link Format}. */
public final class FileSources {
    private FileSources() {}

    /**
     * A file. Its harvest is named after its content, so that a copy of it elsewhere is the same
     * harvest. Reads the whole file once for that.
     *
     * @throws UnreadableFileException if it is missing, no file, or may not be read
     * @throws IOException if reading fails
     */
    public static Source open(Path file, Format format) throws IOException {
        return FileSource.of(file, format);
    }

    /**
     * A stream that can be read once, standard input for instance. Each call is a harvest of its
     * own. The source closes the stream.
     */
    public static Source open(InputStream stream, Format format) {
        return FileSource.of(stream, format);
    }
}
