package dev.broadsheet.cli;

import dev.broadsheet.database.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The right to serve a data folder, held until closed. */
record ServingLock(FileChannel channel) implements AutoCloseable {
    static ServingLock of(Path path) {
        return new ServingLock(DataFolder.open(path).lockForServing());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
