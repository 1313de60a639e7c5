package dev.broadsheet.benchmarks;

import dev.broadsheet.paper.Metadata;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.arxiv.ArxivSource;
import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.oai.OaiSource;
import dev.broadsheet.source.record.SpreadsheetNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Readers of answers of arXiv and of other OAI-PMH repositories. */
final class ArxivAnswers {
    private static final LocalDate FROM = LocalDate.of(2000, 1, 3);
    private static final Pattern ENTRY = Pattern.compile("<id>https?://arxiv\\.org/abs/([^<]+)</id>");

    private static final String ALONE = "nothing else was recorded";

    /** Whatever was recorded, somebody follows it. */
    private static final String ARCHIVES = "astro-ph cond-mat cs econ eess gr-qc hep-ex hep-lat hep-ph hep-th math"
            + " math-ph nlin nucl-ex nucl-th physics q-bio q-fin quant-ph stat";

    private ArxivAnswers() {}

    static ReadAnswer listing(Path file) throws IOException {
        byte[] body = Files.readAllBytes(file);
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.contains("oai_dc:dc")) {
            return repository(file);
        }
        return listing(body, ARCHIVES);
    }

    static ReadAnswer repository(Path file) throws IOException {
        LiveSource source = OaiSource.of(
                options("lab", Map.of("url", "http://lab.example/oai")),
                once(Files.readAllBytes(file), "verb="),
                clock());
        return ReadAnswer.of(source.changes(FROM, LocalDate.of(2026, 12, 31)));
    }

    static ReadAnswer feed(Path file) throws IOException {
        LiveSource source = ArxivSource.of(
                options("arxiv", Map.of("categories", "cs.AI")), once(Files.readAllBytes(file), ""), clock());
        return ReadAnswer.of(source.latest());
    }

    static ReadAnswer papers(Path file) throws IOException {
        byte[] body = Files.readAllBytes(file);
        Set<String> names = new LinkedHashSet<>();
        Matcher entries = ENTRY.matcher(new String(body, StandardCharsets.UTF_8));
        while (entries.find()) {
            names.add(entries.group(1).replaceFirst("v\\d+$", ""));
        }
        if (names.isEmpty()) {
            names.add("2001.00001");
        }
        LiveSource source = ArxivSource.of(options("arxiv", Map.of()), once(body, ""), clock());
        return ReadAnswer.of(source.records(List.copyOf(names)).map(List::of).orElse(List.of()));
    }

    /** Records of another form, written as the listing has them, and compared with what they were. */
    static ReadAnswer awkward(Path file) throws IOException {
        JsonMapper json = new JsonMapper();
        List<JsonNode> nodes = new ArrayList<>();
        StringBuilder document = new StringBuilder("<OAI-PMH><ListRecords>");
        for (String line : Files.readAllLines(file)) {
            JsonNode node = json.readTree(line);
            nodes.add(node);
            document.append(record(node));
        }
        byte[] body = document.append("</ListRecords></OAI-PMH>").toString().getBytes(StandardCharsets.UTF_8);
        ReadAnswer read = listing(body, ARCHIVES + " adap-org cmp-lg chao-dyn alg-geom solv-int patt-sol");
        List<String> lost = new ArrayList<>(read.reasons());
        int found = 0;
        for (JsonNode node : nodes) {
            String id = id(node);
            SourceRecord record = read.byName().get(id.replaceFirst("^([a-z-]+)\\.[A-Z]{2}/", "$1/"));
            if (record == null) {
                lost.add(id + " is missing");
                continue;
            }
            found++;
            lost.addAll(differences(node, record.metadata()));
        }
        System.err.println(found + " of " + nodes.size() + " awkward records came through");
        return new ReadAnswer(read.byName(), read.announced(), lost);
    }

    private static List<String> differences(JsonNode node, Metadata metadata) {
        List<String> differences = new ArrayList<>();
        String id = id(node) + " (" + node.path("case").asString() + ") lost ";
        if (!metadata.title().equals(folded(node.path("title").asString()))) {
            differences.add(id + "its title");
        }
        if (!folded(metadata.abstractText()).equals(folded(node.path("abstract").asString()))) {
            differences.add(id + "its abstract");
        }
        if (metadata.authors().size() != node.path("authors").size()) {
            differences.add(id + "authors");
        }
        if (metadata.categories().size()
                != node.path("categories").valueStream().distinct().count()) {
            differences.add(id + "categories");
        }
        String dois = node.path("doi").asString("");
        long named = Stream.of(dois.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(doi -> doi.startsWith("10."))
                .distinct()
                .count();
        if (metadata.identifiers().size() < 1 + named) {
            differences.add(id + "an identifier of " + dois);
        }
        if (node.path("case").asString().equals("withdrawn") && !metadata.withdrawn()) {
            differences.add(id + "its withdrawal: " + node.path("comments").asString());
        }
        return differences;
    }

    /** The file's ids went through a table that took some for numbers. */
    private static String id(JsonNode node) {
        return SpreadsheetNames.restored(node.path("id").asString());
    }

    private static String folded(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\s]]", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String record(JsonNode node) {
        StringBuilder authors = new StringBuilder();
        node.path("authors")
                .forEach(author -> authors.append("<author><keyname>")
                        .append(escaped(author.asString()))
                        .append("</keyname></author>"));
        List<String> categories = new ArrayList<>();
        node.path("categories").forEach(category -> categories.add(category.asString()));
        String id = id(node);
        return "<record><header><identifier>oai:arXiv.org:" + id + "</identifier><datestamp>2020-01-02</datestamp>"
                + "</header><metadata><arXiv><id>" + id + "</id><created>"
                + node.path("date").asString("")
                + "</created><authors>" + authors + "</authors><title>"
                + escaped(node.path("title").asString())
                + "</title><categories>" + String.join(" ", categories) + "</categories><comments>"
                + escaped(node.path("comments").asString("")) + "</comments><doi>"
                + escaped(node.path("doi").asString("")) + "</doi><abstract>"
                + escaped(node.path("abstract").asString()) + "</abstract></arXiv></metadata></record>";
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\s]]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static ReadAnswer listing(byte[] body, String categories) {
        LiveSource source =
                ArxivSource.of(options("arxiv", Map.of("categories", categories)), once(body, "ListRecords"), clock());
        List<Source> sources = source.changes(FROM, LocalDate.of(2026, 8, 31));
        ReadAnswer read = ReadAnswer.of(sources);
        List<String> reasons = new ArrayList<>(read.reasons());
        // Whether the days are whole cannot be asked here.
        reasons.removeIf(reason -> reason.equals(ALONE));
        return new ReadAnswer(read.byName(), read.announced(), reasons);
    }

    /** Answers with the body, once for each first page; there is nothing else. */
    private static Fetcher once(byte[] body, String part) {
        return address -> {
            if (!address.toString().contains(part) || address.toString().contains("resumptionToken")) {
                throw new FetchException(FetchException.Kind.UNAVAILABLE, ALONE);
            }
            return new Answer(address, "text/xml", body, Instant.now());
        };
    }

    private static SourceOptions options(String name, Map<String, String> values) {
        return new SourceOptions(name, values, new ArrayList<>(), new HashMap<>());
    }

    private static Clock clock() {
        return Clock.systemUTC();
    }
}
