package dev.broadsheet.testing.arxiv;

import dev.broadsheet.testing.arxiv.ArxivPaper.Description;
import dev.broadsheet.testing.arxiv.ArxivPaper.Event;
import dev.broadsheet.testing.arxiv.ArxivPaper.Name;
import dev.broadsheet.testing.arxiv.ArxivPaper.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Papers from gzipped JSON lines: {@code id, title, abstract, authors, date, categories} and, at
 * times, {@code updated, comments, doi}. The date is taken for the announcement's.
 */
final class RecordsFile {
    private RecordsFile() {}

    static List<ArxivPaper> read(Path file) throws IOException {
        JsonMapper json = new JsonMapper();
        List<ArxivPaper> papers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ArxivPaper paper = paper(json.readTree(line));
                if (ids.add(paper.id())) {
                    papers.add(paper);
                }
            }
        }
        return papers;
    }

    private static ArxivPaper paper(JsonNode line) {
        LocalDate day = LocalDate.parse(line.get("date").asString().substring(0, 10));
        List<Instant> versions = new ArrayList<>(List.of(instant(day.minusDays(1))));
        List<Stage> stages = new ArrayList<>(List.of(new Stage(day, Event.NEW, description(line, versions))));
        String updated = text(line, "updated");
        if (updated.length() >= 10 && LocalDate.parse(updated.substring(0, 10)).isAfter(day)) {
            LocalDate again = LocalDate.parse(updated.substring(0, 10));
            versions.add(instant(again.minusDays(1)));
            stages.add(new Stage(again, Event.REPLACEMENT, description(line, versions)));
        }
        return new ArxivPaper(text(line, "id"), stages);
    }

    private static Description description(JsonNode line, List<Instant> versions) {
        List<Name> authors = new ArrayList<>();
        for (JsonNode author : line.path("authors")) {
            String whole = author.asString();
            int space = whole.lastIndexOf(' ');
            authors.add(new Name(space < 0 ? "" : whole.substring(0, space), whole.substring(space + 1)));
        }
        List<String> categories = new ArrayList<>();
        line.path("categories").forEach(category -> categories.add(category.asString()));
        return new Description(
                text(line, "title"),
                text(line, "abstract"),
                authors.isEmpty() ? List.of(new Name("", "Anonymous")) : authors,
                categories,
                versions,
                text(line, "comments"),
                text(line, "doi"),
                false);
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asString("");
    }

    private static Instant instant(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
