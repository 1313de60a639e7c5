package dev.broadsheet.web.vote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.PaperCounts;
import dev.broadsheet.program.Program;
import dev.broadsheet.testing.SamplePapers;
import dev.broadsheet.vote.VoteCount;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sixteen people press the buttons of a server as fast as they can, which is killed at a random moment, over and over.
 * Whatever it acknowledged is there afterwards, and it never says that it could not write.
 */
class VoteStormTest {
    private static final int ROUNDS = 4;
    private static final int PEOPLE = 16;

    /** So that nobody is told to press less often. */
    private static final int MOST_PRESSED = 70;

    private static final int LONGEST_LIFE_MILLIS = 2_500;
    private static final List<String> PAPERS =
            List.of(SamplePapers.CROWD, SamplePapers.MATHEMATICS, SamplePapers.NAMES, SamplePapers.MONEY);

    /** What a form brings to prove that it is ours: a cookie, and the same behind a mask of zeros. */
    private static final String TOKEN = encoded(new byte[32]);

    private static final String MASKED = encoded(new byte[64]);

    @TempDir
    private Path folder;

    /** Pressed by one person for one paper: what the server acknowledged last, and what it did not answer. */
    private record Pressed(boolean acknowledged, @Nullable Boolean unanswered) {}

    private record Button(long person, String paper) {}

    private final Map<Button, Pressed> pressed = new ConcurrentHashMap<>();
    private final Map<Long, String> cookies = new HashMap<>();

    @Test
    void everyVoteThatWasAcknowledgedSurvivesTheServer() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (Program program = Program.open(folder, VoteServerProcess.options())) {
            SamplePapers.addTo(program.catalogue());
            for (int i = 0; i < PEOPLE; i++) {
                Person person = program.people().add("person-" + i, "", Role.MEMBER);
                cookies.put(
                        person.number(),
                        "broadsheet-session=%s; broadsheet-csrf=%s"
                                .formatted(
                                        program.sessions()
                                                .begin(person, "127.0.0.1", "a test")
                                                .value(),
                                        TOKEN));
            }
        }
        for (int round = 1; round <= ROUNDS; round++) {
            storm(random, "seed " + seed + ", round " + round);
            try (Program program = Program.open(folder, VoteServerProcess.options())) {
                compare(program, "seed " + seed + ", round " + round);
            }
        }
    }

    private void storm(Random random, String description) throws Exception {
        Process server = start();
        try (BufferedReader output = server.inputReader();
                HttpClient client = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String line = output.readLine();
            while (line != null && !line.startsWith("port ")) {
                line = output.readLine();
            }
            assertThat(line).as(description).isNotNull();
            String origin = "http://localhost:" + Objects.requireNonNull(line).substring("port ".length());
            List<Future<Integer>> pressing = new ArrayList<>();
            for (long person : cookies.keySet()) {
                Random own = new Random(random.nextLong());
                pressing.add(threads.submit(() -> press(client, origin, person, own, description)));
            }
            Thread.sleep(300 + random.nextInt(LONGEST_LIFE_MILLIS));
            assertThat(server.isAlive()).as(description).isTrue();
            server.destroyForcibly().waitFor();
            for (Future<Integer> work : pressing) {
                work.get();
            }
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    /** Until the server answers no more. */
    private int press(HttpClient client, String origin, long person, Random random, String description)
            throws InterruptedException {
        for (int i = 0; i < MOST_PRESSED; i++) {
            String paper = PAPERS.get(random.nextInt(PAPERS.size()));
            boolean up = random.nextBoolean();
            Button button = new Button(person, paper);
            Pressed before = pressed.getOrDefault(button, new Pressed(false, null));
            pressed.put(button, new Pressed(before.acknowledged, up));
            HttpRequest request = HttpRequest.newBuilder(URI.create(origin + "/papers/" + paper + "/vote"))
                    .header("Cookie", String.valueOf(cookies.get(person)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("_csrf=" + MASKED + "&up=" + (up ? "1" : "0")))
                    .build();
            try {
                int status = client.send(request, BodyHandlers.discarding()).statusCode();
                assertThat(status).as(description).isEqualTo(303);
                pressed.put(button, new Pressed(up, null));
            } catch (IOException e) {
                return i;
            }
        }
        return MOST_PRESSED;
    }

    private void compare(Program program, String description) {
        program.communityCounts().carryOver();
        Database database = program.database();
        for (String id : PAPERS) {
            long paper = program.catalogue().find(id).orElseThrow().number();
            Set<Long> voters = Set.copyOf(database.read(sql -> sql.sql("select person from vote where paper = ?")
                    .param(paper)
                    .query(Long.class)
                    .list()));
            for (long person : cookies.keySet()) {
                Button button = new Button(person, id);
                Pressed last = pressed.getOrDefault(button, new Pressed(false, null));
                boolean voted = voters.contains(person);
                assertThat(voted == last.acknowledged || Boolean.valueOf(voted).equals(last.unanswered))
                        .as("%s: %s of %s, voted: %s, pressed: %s", description, id, person, voted, last)
                        .isTrue();
                pressed.put(button, new Pressed(voted, null));
            }
            Appearance best = Appearance.best(
                    program.catalogue().appearances(List.of(paper)).getOrDefault(paper, List.of()));
            int imported = best == null ? 0 : best.votes();
            int comments = best == null ? 0 : best.comments();
            assertThat(program.votes().counts(List.of(paper)).getOrDefault(paper, VoteCount.NONE))
                    .as(description)
                    .isEqualTo(new VoteCount(voters.size(), 0, imported));
            assertThat(program.catalogue().counts(List.of(paper)).getOrDefault(paper, PaperCounts.NONE))
                    .as(description)
                    .isEqualTo(new PaperCounts(voters.size() + imported, comments));
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        VoteServerProcess.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
