package dev.broadsheet.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Titles and abstracts of a file with one JSON record a line.
 *
 * @param title the title as it stands there
 * @param text title and abstract, as the models are given them
 */
record PaperText(String title, String text) {
    /** The first papers of a file that is compressed with gzip. */
    static List<PaperText> read(Path file, int count) throws IOException {
        JsonMapper json = new JsonMapper();
        List<PaperText> papers = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && papers.size() < count) {
                JsonNode paper = json.readTree(line);
                String title = paper.path("title").asString();
                papers.add(new PaperText(
                        title, title + ". " + paper.path("abstract").asString()));
                line = lines.readLine();
            }
        }
        return papers;
    }
}
