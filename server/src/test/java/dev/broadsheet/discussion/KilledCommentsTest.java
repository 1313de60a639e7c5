package dev.broadsheet.discussion;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Role;
import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.CommunityCounts;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PartialDate;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledCommentsTest {
    private static final int KILLS = 4;
    private static final int ACKNOWLEDGED = 60;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesTheDeathOfTheProcess() throws IOException, InterruptedException {
        Path file = folder.resolve("catalogue.db");
        long paper;
        try (Database database = Database.sqlite(file)) {
            People people = new People(database, Clock.systemUTC());
            for (int i = 0; i < 4; i++) {
                people.add("writer" + i, "", Role.CURATOR);
            }
            paper = new Catalogue(database, Comments.PAPERS)
                    .write(writer -> writer.add(
                            Metadata.titled("A Storm")
                                    .published(new PartialDate("2026-08-21"))
                                    .build(),
                            Instant.EPOCH));
        }
        Map<Long, String> acknowledged = new HashMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            stormAndKill(file, acknowledged);
        }

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * ACKNOWLEDGED);
        try (Database database = Database.sqlite(file)) {
            Catalogue catalogue = new Catalogue(database, Comments.PAPERS);
            Comments comments = new Comments(
                    catalogue, new People(database, Clock.systemUTC()), DiscussionSettings.DEFAULT, Clock.systemUTC());
            Map<Long, Comment> kept = comments.all(acknowledged.keySet());
            acknowledged.forEach((number, text) -> assertThat(kept.get(number))
                    .isNotNull()
                    .extracting(Comment::text)
                    .isEqualTo(text));
            assertThat(comments.reactions(acknowledged.keySet())).hasSameSizeAs(acknowledged);
            int all = requireNonNull(comments.counts(List.of(paper)).get(paper));
            assertThat(all).isBetween(acknowledged.size(), acknowledged.size() + 4 * KILLS + 4 * KILLS);
            new CommunityCounts(catalogue, CommunityCounts.Counter.NOTHING, comments::counts).carryOver();
            assertThat(database.<Integer>read(sql -> sql.sql("select comments from community_count where paper = ?")
                            .param(paper)
                            .query(Integer.class)
                            .single()))
                    .as("marks are not lost either")
                    .isEqualTo(all);
        }
    }

    private static void stormAndKill(Path file, Map<Long, String> acknowledged)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CommentingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = process.inputReader()) {
            int told = 0;
            String line = output.readLine();
            while (line != null) {
                // The last line may have been cut by the kill, like the comment's acknowledgement.
                if (line.matches("\\d+ writer\\d at \\d+, \\d+")) {
                    acknowledged.put(
                            Long.parseLong(line.substring(0, line.indexOf(' '))),
                            line.substring(line.indexOf(' ') + 1));
                }
                if (++told == ACKNOWLEDGED) {
                    process.destroyForcibly();
                }
                line = output.readLine();
            }
        } catch (IOException e) {
            // The pipe broke with the process.
        }
        process.waitFor();
    }
}
