package dev.broadsheet.cli;

import dev.broadsheet.installation.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The right to serve a data folder, held until closed, and the address it is served at. */
record ServingLock(DataFolder folder, FileChannel channel) implements AutoCloseable {
    static ServingLock of(Path path) {
        DataFolder folder = DataFolder.open(path);
        return new ServingLock(folder, folder.lockForServing());
    }

    /** Where other commands find the server of a folder; left behind by one that was killed. */
    static Path addressFile(DataFolder folder) {
        return folder.path().resolve("server.address");
    }

    /** Lets other commands on the folder ask the server. */
    void announce(String address) {
        try {
            Files.writeString(addressFile(folder), address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(addressFile(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
