package dev.broadsheet.ingest.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.source.Source.Rejected;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectsFileTest {
    private static final List<Rejected> REJECTS = List.of(new Rejected("line 1", "broken", "{", "1"));

    @TempDir
    Path folder;

    @Test
    void aHarvestHasOneFileWhateverItsTitle() {
        Path path;
        try (RejectsFile first = RejectsFile.open(folder, "a.jsonl", "harvest")) {
            first.append(REJECTS);
            path = first.pathIfAny();
        }
        try (RejectsFile second = RejectsFile.open(folder, "b.jsonl", "harvest")) {
            assertThat(second.pathIfAny()).isEqualTo(path);
        }
    }

    @Test
    void whoOnlyLooksForTheFileLeavesItToTheRunningHarvest() {
        assertThat(RejectsFile.find(folder.resolve("missing"), "harvest")).isNull();
        try (RejectsFile running = RejectsFile.open(folder, "a.jsonl", "harvest")) {
            assertThat(RejectsFile.find(folder, "harvest")).isNull();
            running.append(REJECTS);
            assertThat(running.pathIfAny()).exists().isEqualTo(RejectsFile.find(folder, "harvest"));
        }
    }

    @Test
    void aLongTitleInAnyScriptMakesAName() {
        for (String title : List.of("文".repeat(200), "\ud835\udc00".repeat(200), "/".repeat(200), "")) {
            try (RejectsFile file = RejectsFile.open(folder, title, "harvest of " + title)) {
                file.append(REJECTS);
                assertThat(file.pathIfAny()).as(title).exists();
            }
        }
    }
}
