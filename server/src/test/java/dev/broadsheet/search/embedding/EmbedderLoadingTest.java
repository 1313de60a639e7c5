package dev.broadsheet.search.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.search.embedding.graph.ProtobufMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbedderLoadingTest {
    private static final EmbeddingModel MODEL = EmbeddingModel.MINI_LM;

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Embedder.load(MODEL, name -> null))
                .isInstanceOf(EmbeddingException.class)
                .hasMessageContaining("all-minilm-l6-v2-q-tokenizer.json is not on the class path");
        assertThatThrownBy(() -> Embedder.load(MODEL, name -> name.endsWith(".json") ? shipped(name) : null))
                .isInstanceOf(EmbeddingException.class)
                .hasMessageContaining("all-minilm-l6-v2-q.onnx is not on the class path");
    }

    @Test
    void brokenWeightsAreRefused() {
        assertThatThrownBy(
                        () -> Embedder.load(MODEL, name -> name.endsWith(".onnx") ? bytes("no model") : shipped(name)))
                .isInstanceOf(EmbeddingException.class)
                .hasMessageContaining("all-minilm-l6-v2-q cannot be loaded");
        assertThatThrownBy(() -> Embedder.load(MODEL, name -> name.endsWith(".onnx") ? bytes("") : shipped(name)))
                .isInstanceOf(EmbeddingException.class);
    }

    @Test
    void aGraphOfAnUnknownKindIsRefused() {
        ProtobufMessage other = new ProtobufMessage().message(7, new ProtobufMessage().text(2, "other"));
        ByteBuffer file = ByteBuffer.allocate(other.size());
        other.writeTo(file);
        assertThatThrownBy(() -> Embedder.load(
                        MODEL, name -> name.endsWith(".onnx") ? new ByteArrayInputStream(file.array()) : shipped(name)))
                .isInstanceOf(EmbeddingException.class)
                .hasMessageContaining("all-minilm-l6-v2-q cannot be loaded: its graph is of an unknown kind");
    }

    @Test
    void weightsCutShortAreRefused() throws IOException {
        try (InputStream whole = Objects.requireNonNull(shipped(MODEL.weightsResource()))) {
            InputStream half = new ByteArrayInputStream(whole.readNBytes(10_000_000));
            assertThatThrownBy(() -> Embedder.load(MODEL, name -> name.endsWith(".onnx") ? half : shipped(name)))
                    .isInstanceOf(EmbeddingException.class)
                    .hasMessageContaining("all-minilm-l6-v2-q cannot be loaded: the file ends too early");
        }
    }

    @Test
    void aBrokenTokenizerIsRefused() {
        for (String broken : List.of("", "{", "{}", "[1, 2]", "{\"model\": {\"type\": \"None\"}}")) {
            assertThatThrownBy(
                            () -> Embedder.load(MODEL, name -> name.endsWith(".json") ? bytes(broken) : shipped(name)))
                    .as(broken)
                    .isInstanceOf(EmbeddingException.class)
                    .hasMessageContaining("all-minilm-l6-v2-q cannot be loaded");
        }
    }

    @Test
    void aThreadWithoutAClassLoaderCanLoad() throws InterruptedException {
        Thread thread = new Thread(() -> Embedder.load(MODEL).close());
        thread.setContextClassLoader(null);
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        thread.setUncaughtExceptionHandler((failed, failure) -> failures.add(failure));
        thread.start();
        thread.join();
        assertThat(failures).isEmpty();
    }

    /** In a process of its own, as native libraries are loaded once; without the switches of this one. */
    @Test
    void nothingIsWrittenToTheHomeAndNoLibraryStays(@TempDir Path folder) throws IOException, InterruptedException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path output = folder.resolve("output.txt");
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.home=" + home,
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                LoadAndEmbed.class.getName());
        command.environment().keySet().removeAll(List.of("DJL_CACHE_DIR", "ENGINE_CACHE_DIR", "DJL_OFFLINE"));
        command.environment().put("HOME", home.toString());
        command.environment().put("TMPDIR", temporary.toString());
        command.environment().remove("XDG_CACHE_HOME");
        Process process = command.redirectErrorStream(true)
                .redirectOutput(Redirect.to(output.toFile()))
                .start();
        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        assertThat(filesUnder(home)).isEmpty();
        assertThat(filesUnder(temporary)).isEmpty();
    }

    /** The main class of the process above. */
    static final class LoadAndEmbed {
        private LoadAndEmbed() {}

        public static void main(String[] arguments) {
            for (EmbeddingModel model : EmbeddingModel.values()) {
                try (Embedder embedder = Embedder.load(model)) {
                    System.out.println(embedder.passage("text").length);
                }
            }
        }
    }

    private static List<Path> filesUnder(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    private static @Nullable InputStream shipped(String name) {
        return EmbedderLoadingTest.class.getClassLoader().getResourceAsStream(name);
    }

    private static InputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
