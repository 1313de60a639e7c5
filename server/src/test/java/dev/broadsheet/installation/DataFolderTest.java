package dev.broadsheet.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void aMissingFolderIsCreated() {
        DataFolder data = DataFolder.open(folder.resolve("a/b"));
        assertThat(data.path()).isDirectory();
    }

    @Test
    void aFileInItsPlaceIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.open(file)).isInstanceOf(OperatorException.class);
    }

    @Test
    void aFileThatVanishesMeanwhileCostsOnlyItsOwnSize() throws Exception {
        Files.write(folder.resolve("stays"), new byte[1000]);
        AtomicBoolean done = new AtomicBoolean();
        Thread churn = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                Path inner = folder.resolve("segment");
                try {
                    Files.createDirectory(inner);
                    Files.createFile(inner.resolve("file"));
                    Files.delete(inner.resolve("file"));
                    Files.delete(inner);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        for (int i = 0; i < 5_000; i++) {
            assertThat(DataFolder.sizeOf(folder)).isEqualTo(1000);
        }
        done.set(true);
        churn.join();
        assertThat(DataFolder.sizeOf(folder.resolve("missing"))).isZero();
        assertThat(DataFolder.sizeOf(folder.resolve("stays"))).isEqualTo(1000);
    }

    @Test
    void aSecondServerIsRefusedUntilTheFirstEnds() throws Exception {
        DataFolder data = DataFolder.open(folder);
        try (AutoCloseable first = data.lockForServing()) {
            assertThat(first).isNotNull();
            assertThatThrownBy(data::lockForServing)
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("already using");
        }
        data.lockForServing().close();
    }
}
