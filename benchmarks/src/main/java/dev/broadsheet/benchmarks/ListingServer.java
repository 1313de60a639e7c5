package dev.broadsheet.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OAI-PMH listing of arXiv's raw format, rendered into files before anybody asks, so that serving
 * it costs next to nothing. Whatever is asked for, it gives the whole list.
 */
final class ListingServer implements AutoCloseable {
    /** The first datestamp: older papers are listed as changed on it. */
    static final LocalDate FIRST = LocalDate.of(2025, 3, 1);

    private static final int PAGE = 1000;
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final Pattern IDENTIFIER =
            Pattern.compile("0\\d{3}\\.\\d{4}|1[0-4]\\d\\d\\.\\d{4}|(?:1[5-9]|2\\d)\\d\\d\\.\\d{5}|[a-z-]+/\\d{7}");
    private static final Pattern WINDOW = Pattern.compile("\\[(\\d{12})[ +]TO[ +](\\d{12})]");

    private final HttpServer server;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<String> submitted;

    /**
     * @param pages a folder that {@link #render} filled
     * @param submitted what it said
     */
    ListingServer(Path pages, List<String> submitted) throws IOException {
        this.submitted = List.copyOf(submitted);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(thread);
        server.createContext("/oai", exchange -> {
            try (exchange) {
                String query = exchange.getRequestURI().getQuery();
                int token = query.indexOf("resumptionToken=");
                Path page = pages.resolve(token < 0 ? "0" : query.substring(token + "resumptionToken=".length()));
                exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
                exchange.sendResponseHeaders(200, Files.size(page));
                Files.copy(page, exchange.getResponseBody());
            }
        });
        server.createContext("/query", exchange -> {
            try (exchange) {
                byte[] answer = count(exchange.getRequestURI().getQuery()).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    URI listing() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/oai");
    }

    /** Where to ask how many papers were submitted between two minutes. */
    static URI query(URI listing) {
        return listing.resolve("/query");
    }

    private String count(String query) {
        Matcher window = WINDOW.matcher(query);
        long found = window.find()
                ? submitted.stream()
                        .filter(at -> at.compareTo(window.group(1)) >= 0 && at.compareTo(window.group(2)) <= 0)
                        .count()
                : 0;
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:o=\"http://a9.com/-/spec/opensearch/1.1/\">"
                + "<o:totalResults>" + found + "</o:totalResults>"
                + (found == 0 ? "" : "<entry><id>http://arxiv.org/abs/2601.00001v1</id></entry>") + "</feed>";
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdown();
    }

    /**
     * Writes the pages, {@code 0} to {@code N}.
     *
     * @param file gzipped JSON lines: {@code id, title, abstract, authors, date, categories}
     * @return the minute of each record's submission
     */
    static List<String> render(Path file, Path pages) throws IOException {
        List<JsonNode> records = read(file);
        records.sort(Comparator.comparing(ListingServer::datestamp));
        for (int from = 0; from < records.size(); from += PAGE) {
            int until = Math.min(records.size(), from + PAGE);
            StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">\n"
                    + "<responseDate>2026-07-02T00:00:00Z</responseDate>\n<ListRecords>\n");
            records.subList(from, until).forEach(record -> append(xml, record));
            xml.append("<resumptionToken cursor=\"%d\" completeListSize=\"%d\">%s</resumptionToken>\n"
                    .formatted(from, records.size(), until < records.size() ? from / PAGE + 1 : ""));
            xml.append("</ListRecords>\n</OAI-PMH>\n");
            Files.writeString(pages.resolve(String.valueOf(from / PAGE)), xml);
        }
        return records.stream().map(ListingServer::minute).toList();
    }

    private static List<JsonNode> read(Path file) throws IOException {
        JsonMapper json = new JsonMapper();
        List<JsonNode> records = new ArrayList<>();
        java.util.Set<String> ids = new java.util.HashSet<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode record = json.readTree(line);
                String id = text(record, "id");
                if (!IDENTIFIER.matcher(id).matches()) {
                    // Some program took it for a number and lost the zeros at its ends.
                    ((ObjectNode) record).put("id", "2612.%05d".formatted(ids.size() % 100_000));
                }
                if (ids.add(id)) {
                    records.add(record);
                }
            }
        }
        return records;
    }

    private static void append(StringBuilder xml, JsonNode record) {
        List<String> authors = new ArrayList<>();
        record.path("authors").forEach(author -> authors.add(author.asString()));
        List<String> categories = new ArrayList<>();
        record.path("categories").forEach(category -> categories.add(category.asString()));
        // The whole file is to be wanted by whoever follows the archive cs.
        if (categories.stream().noneMatch(category -> category.startsWith("cs."))) {
            categories.add("cs.OH");
        }
        String id = text(record, "id");
        xml.append("<record><header>\n");
        element(xml, "identifier", "oai:arXiv.org:" + id);
        element(xml, "datestamp", datestamp(record));
        xml.append(
                "<setSpec>cs:cs</setSpec></header><metadata>\n<arXivRaw xmlns=\"http://arxiv.org/OAI/arXivRaw/\">\n");
        element(xml, "id", id);
        element(xml, "submitter", authors.isEmpty() ? "" : authors.getFirst());
        xml.append("<version version=\"v1\">");
        element(
                xml,
                "date",
                VERSION.format(date(record).minusDays(1).atTime(9, 0).atOffset(ZoneOffset.UTC)));
        xml.append("<size>812kb</size><source_type>D</source_type></version>\n");
        element(xml, "title", text(record, "title"));
        element(xml, "authors", String.join(", ", authors));
        element(xml, "categories", String.join(" ", categories));
        element(xml, "comments", text(record, "comments"));
        element(xml, "doi", text(record, "doi"));
        element(xml, "license", "http://arxiv.org/licenses/nonexclusive-distrib/1.0/");
        element(xml, "abstract", text(record, "abstract"));
        xml.append("</arXivRaw></metadata></record>\n");
    }

    private static void element(StringBuilder xml, String name, String content) {
        if (!content.isEmpty()) {
            String escaped = content.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", " ")
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;");
            xml.append('<')
                    .append(name)
                    .append('>')
                    .append(escaped)
                    .append("</")
                    .append(name)
                    .append(">\n");
        }
    }

    private static String datestamp(JsonNode record) {
        LocalDate date = date(record);
        return (date.isBefore(FIRST) ? FIRST : date).toString();
    }

    private static String minute(JsonNode record) {
        return date(record).minusDays(1).toString().replace("-", "") + "0900";
    }

    private static LocalDate date(JsonNode record) {
        return LocalDate.parse(text(record, "date").substring(0, 10));
    }

    private static String text(JsonNode record, String field) {
        return record.path(field).asString("");
    }
}
