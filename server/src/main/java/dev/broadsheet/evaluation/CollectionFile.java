package dev.broadsheet.evaluation;

import dev.broadsheet.installation.OperatorException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;

/** A file of a collection, line by line, gzipped or not, whatever it is called and whoever ended its lines. */
final class CollectionFile {
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path path;
    private int line;

    /** @throws OperatorException if there is no such file, with or without {@code .gz} */
    CollectionFile(Path folder, String name) {
        Path plain = folder.resolve(name);
        Path packed = folder.resolve(name + ".gz");
        if (Files.isRegularFile(plain)) {
            path = plain;
        } else if (Files.isRegularFile(packed)) {
            path = packed;
        } else {
            throw new OperatorException("There is no " + plain + " (nor with .gz): a judged collection has "
                    + "corpus.jsonl, queries.jsonl and qrels/SPLIT.tsv.");
        }
    }

    Path path() {
        return path;
    }

    /**
     * Hands over each line that is not blank.
     *
     * @param consumer throws {@link IllegalArgumentException} or Jackson's for what it cannot read
     * @throws OperatorException naming file and line
     */
    void forEachLine(Consumer<String> consumer) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(unpacked(), StandardCharsets.UTF_8))) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                String content = line == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
                if (!content.isBlank()) {
                    consumer.accept(content);
                }
            }
        } catch (IOException e) {
            throw new OperatorException(path + " cannot be read behind line " + line + ": " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new OperatorException(path + ", line " + line + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new OperatorException(path + ", line " + line + ": " + e.getMessage(), e);
        }
    }

    private InputStream unpacked() throws IOException {
        InputStream stream = new BufferedInputStream(Files.newInputStream(path));
        try {
            stream.mark(2);
            int magic = stream.read() << Byte.SIZE | stream.read();
            stream.reset();
            return magic == GZIP_MAGIC ? new GZIPInputStream(stream) : stream;
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }
}
