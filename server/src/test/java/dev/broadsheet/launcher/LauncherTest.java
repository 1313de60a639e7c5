package dev.broadsheet.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.launcher.BareMachine.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ./broadsheet} and {@code ./check} on a machine without Java. */
final class LauncherTest {
    @TempDir
    private Path folder;

    private BareMachine machine;
    private JdkRegister register;

    @BeforeEach
    void build() throws Exception {
        machine = new BareMachine(folder.resolve("machine"));
        register = new JdkRegister(folder.resolve("register"), "");
    }

    @AfterEach
    void close() {
        register.close();
    }

    @Test
    void withNobodyToAskItSaysWhatToInstall() throws Exception {
        Said said = machine.built().run(register, "./broadsheet", "serve", "--demo");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains("Broadsheet needs a JDK 99 or newer. None was found")
                .contains("--yes")
                .contains("brew install openjdk@99")
                .contains("JAVA_HOME");
        assertThat(register.questions()).isEmpty();
        assertThat(tools()).doesNotExist();
    }

    @Test
    void yesFetchesAJdkAndRunsWithIt() throws Exception {
        Said said = machine.built().run(register, "./broadsheet", "serve", "--yes", "--demo");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("ran: ").endsWith("broadsheet-app.jar serve --demo\n");
        assertThat(said.err()).contains("None was found").contains("The JDK is in ");
        assertThat(list(tools())).containsExactly("jdk");
    }

    @Test
    void theSecondRunUsesItWithoutAsking() throws Exception {
        machine.built().run(register, "./broadsheet", "--yes", "version");
        register.close();

        Said said = machine.run(register, "./broadsheet", "search", "a b");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).endsWith("broadsheet-app.jar search a b\n");
        assertThat(said.err()).isEmpty();
        assertThat(register.questions()).hasSize(1);
    }

    @Test
    void somebodyAtATerminalIsAsked() throws Exception {
        machine.built();

        Said no = atATerminal("n");
        assertThat(no.out())
                .contains("Fetch one now")
                .contains("One of these brings it")
                .doesNotContain("ran: ");
        assertThat(tools()).doesNotExist();

        Said yes = atATerminal("y");
        assertThat(yes.out()).contains("Fetch one now").contains("ran: ");
        assertThat(list(tools())).containsExactly("jdk");
    }

    @Test
    void aWrongChecksumIsRefusedAndNothingIsKept() throws Exception {
        register.namesTheChecksum("1".repeat(64));

        Said said = machine.built().run(register, "./broadsheet", "--yes", "version");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains("SHA-256 is ")
                .contains("should be 1111")
                .contains("Nothing of it was kept");
        assertThat(tools()).doesNotExist();
    }

    @Test
    void aDownloadThatBreaksOffIsRefusedAndNothingIsKept() throws Exception {
        register.breaksOffTheDownload();

        Said said = machine.built().run(register, "./broadsheet", "--yes", "version");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("No JDK was fetched: the download broke off.");
        assertThat(tools()).doesNotExist();
    }

    @Test
    void aJdkThatDoesNotRunHereIsRefused() throws Exception {
        try (JdkRegister elsewhere = new JdkRegister(folder.resolve("elsewhere"), "Contents/Home")) {
            Said said = machine.built().run(elsewhere, "./broadsheet", "--yes", "version");

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err()).contains("does not run on this system");
            assertThat(tools()).doesNotExist();
        }
    }

    @Test
    void withoutANetworkItSaysWhoDoesNotAnswer() throws Exception {
        register.close();

        Said said = machine.built().run(register, "./broadsheet", "--yes", "version");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("No JDK was fetched: " + register.address() + " does not answer.");
        assertThat(tools()).doesNotExist();
    }

    @Test
    void aRegisterWithoutABuildForThisSystemIsNoted() throws Exception {
        register.namesTheChecksum("");

        Said said = machine.built().run(register, "./broadsheet", "--yes", "version");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("names no JDK 99 for ");
    }

    @ParameterizedTest
    @MethodSource("fetchers")
    void itFetchesWithWhatIsHere(String fetcher) throws Exception {
        machine.built().without("curl");
        machine.with(fetcher, "exec " + BareMachine.installed(fetcher).orElseThrow() + " \"$@\"\n");

        Said said = machine.run(register, "./broadsheet", "--yes", "version");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("ran: ");
    }

    static Stream<String> fetchers() {
        return Stream.of("curl", "wget")
                .filter(name -> BareMachine.installed(name).isPresent());
    }

    @Test
    void withNothingToFetchWithItSaysSo() throws Exception {
        machine.built().without("curl");

        Said said = machine.run(register, "./broadsheet", "--yes", "version");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("Fetching a JDK needs curl or wget, and neither is here");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, x86_64, ldd (GNU libc) 2.36, linux, x64",
        "Linux, aarch64, ldd (GNU libc) 2.36, linux, aarch64",
        "Linux, x86_64, musl libc (x86_64), alpine-linux, x64",
        "Darwin, arm64, '', mac, aarch64",
        "Darwin, x86_64, '', mac, x64"
    })
    void theBuildIsTheOneForTheSystem(String kernel, String processor, String ldd, String os, String architecture)
            throws Exception {
        machine.built()
                .with("uname", "if [ \"$1\" = -s ]; then echo " + kernel + "; else echo " + processor + "; fi\n");
        machine.with("ldd", "echo '" + ldd + "' >&2; exit 1\n");
        try (JdkRegister of = new JdkRegister(folder.resolve(os), os.equals("mac") ? "Contents/Home" : "")) {
            Said said = machine.run(of, "./broadsheet", "--yes", "version");

            assertThat(said.code()).as(said.err()).isZero();
            assertThat(said.out()).startsWith("ran: ");
            assertThat(of.questions())
                    .containsExactly("architecture=" + architecture + "&image_type=jdk&os=" + os + "&vendor=eclipse");
        }
    }

    @Test
    void anUnknownSystemIsToldThatThereIsNone() throws Exception {
        machine.built().with("uname", "if [ \"$1\" = -s ]; then echo SunOS; else echo sparc; fi\n");

        Said said = machine.run(register, "./broadsheet", "--yes", "version");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("There is no JDK to fetch for the system SunOS.");
    }

    @Test
    void theFirstStartBuildsWithTheWrapper() throws Exception {
        Said said = machine.run(register, "./broadsheet", "--yes", "serve", "--demo");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.err()).contains("Building Broadsheet").contains("Preparing a fast start");
        assertThat(said.out()).endsWith("broadsheet-app.jar serve --demo\n");
        assertThat(wrapperAsked())
                .singleElement()
                .asString()
                .contains("/.tools/jdk -B ")
                .endsWith(" -Papp package");
    }

    @Test
    void checkBringsItsJdkAndHandsTheRestToTheWrapper() throws Exception {
        machine.with("chromium", "");

        Said said = machine.run(register, "./check", "--yes", "-Dtest=HouseTest");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(wrapperAsked())
                .singleElement()
                .asString()
                .endsWith("/.tools/jdk -B -ntp spotless:check verify -Dtest=HouseTest");
    }

    @Test
    void checkBringsABrowserWhereTheSystemHasNone() throws Exception {
        Said said = machine.run(register, "./check", "--yes");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.err()).contains("The tests need Chromium");
        assertThat(wrapperAsked().getFirst()).endsWith("-pl server exec:java@browser");
        assertThat(wrapperAsked().getLast()).endsWith("spotless:check verify");
    }

    @Test
    void checkWithoutAJdkSaysWhatToInstall() throws Exception {
        Said said = machine.run(register, "./check");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("One of these brings it");
        assertThat(machine.checkout().resolve("mvnw.asked")).doesNotExist();
    }

    /** Types an answer at a terminal of the launcher's own; what it says is all in {@code out}. */
    private Said atATerminal(String answer) throws IOException, InterruptedException {
        String script = BareMachine.installed("script")
                .orElseThrow(() -> new IllegalStateException("this test needs script, of util-linux"))
                .toString();
        String command = System.getProperty("os.name").startsWith("Mac")
                ? script + " -q /dev/null ./broadsheet version"
                : script + " -qec './broadsheet version' /dev/null";
        return machine.run(register, "bash", "-c", "echo " + answer + " | " + command);
    }

    private List<String> wrapperAsked() throws IOException {
        return Files.readAllLines(machine.checkout().resolve("mvnw.asked"));
    }

    private Path tools() {
        return machine.checkout().resolve(".tools");
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
