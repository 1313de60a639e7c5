package dev.broadsheet.source.arxiv;

import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.FetchException.Kind;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.http.ServiceAddress;
import dev.broadsheet.source.xml.XmlElement;
import dev.broadsheet.source.xml.XmlPieces;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** arXiv's query service (info.arxiv.org/help/api), which answers in Atom, errors included. Thread-safe. */
final class ArxivApi {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyyMMddHHmm").withZone(ZoneOffset.UTC);
    private static final int MOST_ENTRIES = 2000;

    /** Archives that have categories of their own. */
    private static final Set<String> ARCHIVES =
            Set.of("astro-ph", "cond-mat", "cs", "econ", "eess", "math", "nlin", "physics", "q-bio", "q-fin", "stat");

    private final URI base;
    private final Fetcher fetcher;

    ArxivApi(URI base, Fetcher fetcher) {
        this.base = base;
        this.fetcher = fetcher;
    }

    /**
     * An answer.
     *
     * @param total how many the service has in all
     * @param error what it says is wrong with the request, or null
     */
    record Answered(
            int total, List<XmlElement> entries, @Nullable String error) {}

    /** How many papers of a category were submitted in the window, cross-lists included. */
    int submitted(String category, ArxivCalendar.Window window) throws IOException {
        String among = ARCHIVES.contains(category) ? category + ".*" : category;
        String query = "cat:" + among + " AND submittedDate:[" + minute(window.from()) + " TO "
                + minute(window.before().minusMillis(1)) + "]";
        Answered answer = ask("search_query=" + ServiceAddress.encoded(query) + "&start=0&max_results=1");
        if (answer.error() != null) {
            throw new IOException("arXiv's query service: " + answer.error());
        }
        if (answer.total() > 0 && answer.entries().isEmpty()) {
            throw new IOException("arXiv's query service found " + answer.total() + " papers but gave none");
        }
        return answer.total();
    }

    /** Papers by name; those it does not know are missing. */
    Answered named(List<String> names) throws IOException {
        return ask(
                "id_list=" + ServiceAddress.encoded(String.join(",", names)) + "&start=0&max_results=" + names.size());
    }

    private Answered ask(String parameters) throws IOException {
        URI address = URI.create(base + (base.getRawQuery() == null ? "?" : "&") + parameters);
        byte[] body;
        try {
            body = fetcher.get(address).body();
        } catch (FetchException e) {
            // Its errors come with status 400, too.
            if (e.kind() != Kind.REFUSED || !e.body().contains("/api/errors")) {
                throw e;
            }
            return new Answered(0, List.of(), "it refuses the request");
        }
        return read(body, address);
    }

    private static Answered read(byte[] body, URI address) throws IOException {
        int total = -1;
        List<XmlElement> entries = new ArrayList<>();
        try (XmlPieces pieces = new XmlPieces(body, Set.of("entry", "totalResults"))) {
            if (!pieces.root().name().equals("feed")) {
                throw new IOException("no Atom feed but <" + pieces.root().name() + ">: " + address);
            }
            XmlElement piece = pieces.next();
            while (piece != null) {
                if (piece.name().equals("entry")) {
                    entries.add(piece);
                } else {
                    total = total(piece.text().strip());
                }
                if (entries.size() > MOST_ENTRIES) {
                    throw new IOException("more entries than were asked for: " + address);
                }
                piece = pieces.next();
            }
        }
        if (total < 0) {
            throw new IOException("the answer does not say how many papers there are: " + address);
        }
        String error = entries.size() == 1 ? error(entries.getFirst()) : null;
        return error == null ? new Answered(total, entries, null) : new Answered(0, List.of(), error);
    }

    private static @Nullable String error(XmlElement entry) {
        String id = entry.childText("id");
        return id != null && id.contains("/api/errors")
                ? String.valueOf(entry.childText("summary"))
                        .replaceAll("\\s+", " ")
                        .strip()
                : null;
    }

    private static int total(String text) throws IOException {
        if (!text.matches("\\d{1,9}")) {
            throw new IOException("there cannot be \"" + text + "\" papers");
        }
        return Integer.parseInt(text);
    }

    private static String minute(Instant instant) {
        return MINUTE.format(instant);
    }
}
