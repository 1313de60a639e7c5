package dev.broadsheet.source.pubmed;

import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.http.ServiceAddress;
import dev.broadsheet.source.paged.Answers;
import dev.broadsheet.source.xml.XmlElement;
import dev.broadsheet.source.xml.XmlPieces;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The two of NCBI's E-utilities that are needed: a search, and records by number.
 *
 * @param term what to search for
 * @param key empty without one
 * @param email empty without one
 * @param fetcher that keeps the key out of messages
 */
record Entrez(URI address, String term, String key, String email, Fetcher fetcher) {
    /** NCBI gives no more results of one search, however they are asked for. */
    static final int MOST = 9_999;

    /** So many numbers fit an address. */
    static final int AT_ONCE = 200;

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    /**
     * What a search found.
     *
     * @param count how many there are
     * @param numbers of the records, ascending; fewer than the count if those are more than {@link #MOST}
     */
    record Found(int count, List<String> numbers, Instant at) {}

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /**
     * What entered PubMed on the day.
     *
     * @throws IOException if the answer is broken, or gives fewer than it counts
     */
    Found search(LocalDate day) throws IOException {
        Answer answer = fetcher.get(request(
                "esearch.fcgi",
                "term",
                term,
                "datetype",
                "edat",
                "mindate",
                DAY.format(day),
                "maxdate",
                DAY.format(day),
                "retmax",
                String.valueOf(MOST)));
        String count = null;
        Set<String> numbers =
                new TreeSet<>((one, other) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other)));
        Set<String> wanted = Set.of("Count", "IdList", "ERROR", "ErrorList", "TranslationStack");
        try (XmlPieces pieces = Answers.xml(answer, "PubMed", Set.of("eSearchResult"), wanted)) {
            for (XmlElement piece = pieces.next(); piece != null; piece = pieces.next()) {
                switch (piece.name()) {
                    case "Count" -> count = piece.text().strip();
                    case "IdList" -> numbers.addAll(numbers(piece));
                    case "ERROR" -> throw new IOException(Answers.line("PubMed refuses the search: " + piece.text()));
                    case "ErrorList" -> refuseUnknownField(piece);
                    default -> {
                        // how the search was understood, with counts of its parts
                    }
                }
            }
        }
        if (count == null || !count.matches("\\d{1,9}")) {
            throw new IOException("PubMed does not say how many papers it found for " + day);
        }
        int total = Integer.parseInt(count);
        if (numbers.size() != Math.min(total, MOST)) {
            throw new IOException("PubMed found " + total + " papers for " + day + ", but lists " + numbers.size());
        }
        return new Found(total, List.copyOf(numbers), answer.at());
    }

    /**
     * The records with these numbers, as far as there are such.
     *
     * @throws IOException if the answer is broken
     */
    Map<String, XmlElement> fetch(Collection<String> numbers) throws IOException {
        Answer answer = fetcher.get(request("efetch.fcgi", "id", String.join(",", numbers), "retmode", "xml"));
        Map<String, XmlElement> records = new HashMap<>();
        Set<String> wanted = Set.of("PubmedArticle", "PubmedBookArticle");
        try (XmlPieces pieces = Answers.xml(answer, "PubMed", Set.of("PubmedArticleSet"), wanted)) {
            for (XmlElement piece = pieces.next(); piece != null; piece = pieces.next()) {
                String number = PubmedRecord.number(piece);
                if (number != null && numbers.contains(number)) {
                    records.put(number, piece);
                }
            }
        }
        return records;
    }

    private static List<String> numbers(XmlElement list) throws IOException {
        List<String> numbers = new ArrayList<>();
        for (XmlElement id : list.children("Id").toList()) {
            String number = id.text().strip();
            if (!isNumber(number)) {
                throw new IOException(Answers.line("PubMed lists a paper with the number \"" + number + "\""));
            }
            numbers.add(number);
        }
        return numbers;
    }

    // PubMed leaves such a part of the search out and finds far too much.
    private static void refuseUnknownField(XmlElement errors) throws IOException {
        String field = errors.childText("FieldNotFound");
        if (field != null) {
            throw new IOException(Answers.line("PubMed has no search field [" + field + "]"));
        }
    }

    private URI request(String path, String... parameters) {
        List<String> all = new ArrayList<>(List.of("db", "pubmed", "tool", "broadsheet"));
        all.addAll(List.of(parameters));
        if (!email.isEmpty()) {
            all.addAll(List.of("email", email));
        }
        if (!key.isEmpty()) {
            all.addAll(List.of("api_key", key));
        }
        return ServiceAddress.of(address, path, all.toArray(String[]::new));
    }
}
