package dev.broadsheet.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A copy of the launcher's scripts, built already, on a machine that has the usual tools and neither Java, Maven
 * nor a browser. The copy asks for a Java of version 99: whatever JDKs this machine has, none of them will do.
 */
final class BareMachine {
    static final int JAVA = 99;

    private static final Path ROOT = Path.of("..");
    private static final List<String> TOOLS = List.of(
            "bash",
            "basename",
            "cat",
            "chmod",
            "curl",
            "cut",
            "date",
            "dirname",
            "env",
            "find",
            "grep",
            "gzip",
            "head",
            "id",
            "ldd",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "sh",
            "sha256sum",
            "shasum",
            "sleep",
            "tail",
            "tar",
            "touch",
            "tr",
            "uname");

    private final Path folder;
    private final Path tools;

    BareMachine(Path folder) throws IOException {
        this.folder = folder;
        tools = Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("home"));
        for (String tool : TOOLS) {
            Optional<Path> installed = installed(tool);
            if (installed.isPresent()) {
                Files.createSymbolicLink(tools.resolve(tool), installed.get());
            }
        }
        Files.createDirectories(checkout().resolve("scripts"));
        for (String script :
                List.of("broadsheet", "check", "scripts/find-jdk", "scripts/fetch-jdk", "scripts/find-chromium")) {
            String text = Files.readString(ROOT.resolve(script)).replace("needed_java=25", "needed_java=" + JAVA);
            script(checkout().resolve(script), text);
        }
        // What the real wrapper and a real build do takes minutes: here it leaves word of what it was asked.
        script(checkout().resolve("mvnw"), """
                #!/usr/bin/env bash
                echo "$JAVA_HOME $*" >>"$(dirname "$0")/mvnw.asked"
                """);
        Files.createDirectories(checkout().resolve("server/src/main"));
        Files.createFile(checkout().resolve("pom.xml"));
        Files.createFile(checkout().resolve("server/pom.xml"));
    }

    /** The program as if a build had ended just now. */
    BareMachine built() throws IOException {
        Path target = checkout().resolve("server/target");
        Files.createDirectories(target.resolve("app-1"));
        Files.createFile(target.resolve("app-1/built"));
        Files.writeString(target.resolve("app.current"), "app-1\n");
        return this;
    }

    Path checkout() {
        return folder.resolve("checkout");
    }

    /** Takes a tool away. */
    void without(String tool) throws IOException {
        Files.deleteIfExists(tools.resolve(tool));
    }

    /** Puts a script of this text in a tool's place. */
    void with(String tool, String text) throws IOException {
        without(tool);
        script(tools.resolve(tool), "#!/usr/bin/env bash\n" + text);
    }

    /** Runs a command in the checkout, with nobody at a terminal. */
    Said run(JdkRegister register, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(checkout().toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().put("BROADSHEET_JDK_REGISTER", register.address());
        builder.redirectInput(new File("/dev/null"));
        builder.redirectOutput(folder.resolve("out").toFile());
        builder.redirectError(folder.resolve("err").toFile());
        int code = builder.start().waitFor();
        return new Said(code, Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }

    /** Where this machine has a tool. */
    static Optional<Path> installed(String tool) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot be made executable: " + file);
        }
    }

    /** How a script ended and what it said. */
    record Said(int code, String out, String err) {}
}
