package dev.broadsheet.source.file;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A text parted into the texts of its records, each of bounded size. */
interface Entries extends Closeable {

    /** The next entry, or null at the end. */
    @Nullable Entry next() throws IOException;
}
