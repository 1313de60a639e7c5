package dev.broadsheet.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.installation.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A migration never changes once it has landed, for it has run in data folders that nobody can call back. */
class ReleasedMigrationsTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void eachMigrationIsAsItLanded() throws IOException {
        List<String> landed;
        try (InputStream stream = Objects.requireNonNull(
                ReleasedMigrationsTest.class.getResourceAsStream("/released/migrations.sha256"))) {
            landed = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }

        assertThat(migrations())
                .as("a new migration adds its line to src/test/resources/released/migrations.sha256;"
                        + " one that landed is never edited: write another instead")
                .containsExactlyInAnyOrderElementsOf(landed);
    }

    /** As sha256sum prints them. */
    private static List<String> migrations() throws IOException {
        try (Stream<Path> files = Files.walk(MIGRATIONS)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> digest(file) + "  "
                            + MIGRATIONS.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static String digest(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return Digest.hex(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
