package dev.broadsheet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
