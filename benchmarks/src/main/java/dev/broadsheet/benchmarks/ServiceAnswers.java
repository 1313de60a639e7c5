package dev.broadsheet.benchmarks;

import dev.broadsheet.benchmarks.Cassette.Recorded;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.biorxiv.BiorxivSource;
import dev.broadsheet.source.crossref.CrossrefSource;
import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.openalex.OpenAlexSource;
import dev.broadsheet.source.pubmed.PubmedSource;
import dev.broadsheet.source.semanticscholar.SemanticScholarSource;
import java.io.IOException;
import java.net.URI;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Readers of answers of the services that speak JSON, and of PubMed. What a search found was asked
 * for with other words than a source asks with, and is of many days: so that each of its records is
 * read, they are given to the source one by one, as if each had been asked for by its name.
 */
final class ServiceAnswers {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALONE = "nothing else was recorded";
    private static final Pattern ARTICLE =
            Pattern.compile("<Pubmed(?:Book)?Article\\b.*?<PMID[^>]*>\\s*(\\d+)", Pattern.DOTALL);

    private ServiceAnswers() {}

    private interface Factory {
        LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock);
    }

    static ReadAnswer crossref(Path file) throws IOException {
        return crossref(200, bytes(file));
    }

    static ReadAnswer openAlex(Path file) throws IOException {
        return openAlex(200, bytes(file));
    }

    static ReadAnswer semanticScholar(Path file) throws IOException {
        return file.toString().endsWith(".yaml") ? cassette(file) : semanticScholar(200, bytes(file));
    }

    static ReadAnswer biorxiv(Path file) throws IOException {
        return single(BiorxivSource::biorxiv, Map.of(), "10.1101/2020.01.01.000001", 200, bytes(file));
    }

    static ReadAnswer dataCite(Path file) {
        return refused("no source reads DataCite");
    }

    /** Answers of several services, one after the other. */
    static ReadAnswer cassette(Path file) throws IOException {
        List<ReadAnswer> all = new ArrayList<>();
        for (Recorded recorded : Cassette.read(file)) {
            String host = String.valueOf(recorded.address().getHost());
            ReadAnswer one = switch (host) {
                case "api.crossref.org" -> crossref(recorded.status(), recorded.body());
                case "api.openalex.org" -> openAlex(recorded.status(), recorded.body());
                case "api.semanticscholar.org" -> semanticScholar(recorded.status(), recorded.body());
                default -> refused("no source reads " + host);
            };
            all.add(one);
        }
        return together(all);
    }

    static ReadAnswer pubmed(Path file) throws IOException {
        byte[] body = bytes(file);
        String text = new String(body, StandardCharsets.UTF_8);
        Map<String, String> search = Map.of("term", "anything");
        if (text.contains("<eSearchResult")) {
            LiveSource source = PubmedSource.of(options(search), answering("esearch", 200, body), Clock.systemUTC());
            LocalDate day = LocalDate.of(2020, 1, 2);
            ReadAnswer read = ReadAnswer.of(source.changes(day, day));
            // The records that it lists were not recorded.
            List<String> reasons = new ArrayList<>(read.reasons());
            reasons.remove(ALONE);
            return new ReadAnswer(read.byName(), read.announced(), reasons);
        }
        int bare = text.indexOf("<PubmedArticle>");
        if (bare >= 0 && !text.contains("<PubmedArticleSet")) {
            // A record without the answer that it came in.
            text = "<PubmedArticleSet>" + text.substring(bare) + "</PubmedArticleSet>";
            body = text.getBytes(StandardCharsets.UTF_8);
        }
        Set<String> numbers = new LinkedHashSet<>();
        Matcher articles = ARTICLE.matcher(text);
        while (articles.find()) {
            numbers.add(articles.group(1));
        }
        LiveSource source = PubmedSource.of(options(search), answering("efetch", 200, body), Clock.systemUTC());
        List<String> names = numbers.isEmpty() ? List.of("1") : List.copyOf(numbers);
        return ReadAnswer.of(source.records(names).map(List::of).orElse(List.of()));
    }

    private static ReadAnswer crossref(int status, byte[] body) {
        List<byte[]> entries = entries(body, "message", "items").stream()
                .map(work -> {
                    ObjectNode answer = JSON.createObjectNode();
                    answer.set("message", work);
                    return JSON.writeValueAsBytes(answer);
                })
                .toList();
        return each(CrossrefSource::of, Map.of(), "10.1000/any", status, body, entries);
    }

    private static ReadAnswer openAlex(int status, byte[] body) {
        List<byte[]> entries =
                entries(body, "results").stream().map(JSON::writeValueAsBytes).toList();
        return each(OpenAlexSource::of, Map.of("filter", "type:article"), "W1775749144", status, body, entries);
    }

    private static ReadAnswer semanticScholar(int status, byte[] body) {
        List<JsonNode> found = new ArrayList<>(entries(body));
        found.addAll(entries(body, "data"));
        found.addAll(entries(body, "recommendedPapers"));
        List<byte[]> entries = found.stream().map(JSON::writeValueAsBytes).toList();
        return each(SemanticScholarSource::of, Map.of("query", "anything"), "10.1000/any", status, body, entries);
    }

    /** What stands in the array at that place, if there is one. */
    private static List<JsonNode> entries(byte[] body, String... path) {
        try {
            JsonNode node = JSON.readTree(body);
            for (String name : path) {
                node = node.path(name);
            }
            return node.isArray() ? List.copyOf(node.values()) : List.of();
        } catch (JacksonException e) {
            // The source says what is wrong with it.
            return List.of();
        }
    }

    private static ReadAnswer each(
            Factory factory, Map<String, String> options, String name, int status, byte[] body, List<byte[]> entries) {
        if (entries.isEmpty()) {
            return single(factory, options, name, status, body);
        }
        return together(entries.stream()
                .map(entry -> single(factory, options, name, status, entry))
                .toList());
    }

    private static ReadAnswer single(
            Factory factory, Map<String, String> options, String name, int status, byte[] body) {
        LiveSource source = factory.of(options(options), answering("", status, body), Clock.systemUTC());
        return ReadAnswer.of(source.records(List.of(name)).map(List::of).orElse(List.of()));
    }

    private static ReadAnswer together(List<ReadAnswer> answers) {
        Map<String, SourceRecord> byName = new TreeMap<>();
        Map<String, Integer> reasons = new TreeMap<>();
        for (ReadAnswer answer : answers) {
            byName.putAll(answer.byName());
            answer.reasons().forEach(reason -> reasons.merge(withoutName(reason), 1, Integer::sum));
        }
        List<String> counted = new ArrayList<>();
        reasons.forEach((reason, times) -> counted.add(times == 1 ? reason : reason + " (" + times + " times)"));
        return new ReadAnswer(byName, 0, counted);
    }

    /** Of a hundred records that lack the same it is told once. */
    private static String withoutName(String reason) {
        return reason.replaceFirst("^[0-9a-f]{40}: ", "a record with ");
    }

    private static ReadAnswer refused(String reason) {
        return new ReadAnswer(Map.of(), 0, List.of(reason));
    }

    private static byte[] bytes(Path file) throws IOException {
        return Cassette.unpacked(Files.readAllBytes(file));
    }

    /** Gives the body, or fails as the fetcher of the server does where the status is not 200. */
    private static Fetcher answering(String part, int status, byte[] body) {
        return address -> {
            if (!address.toString().contains(part)) {
                throw new FetchException(FetchException.Kind.UNAVAILABLE, ALONE);
            }
            if (status != 200) {
                throw failure(address, status, body);
            }
            return new Answer(address, "", body, Instant.now());
        };
    }

    private static FetchException failure(URI address, int status, byte[] body) {
        FetchException.Kind kind = status == 404 ? FetchException.Kind.NOT_FOUND : FetchException.Kind.UNAVAILABLE;
        return new FetchException(
                kind,
                address.getHost() + " answers with status " + status,
                status,
                new String(body, StandardCharsets.UTF_8),
                null);
    }

    private static SourceOptions options(Map<String, String> values) {
        return new SourceOptions("recorded", values, new ArrayList<>(), new HashMap<>());
    }
}
