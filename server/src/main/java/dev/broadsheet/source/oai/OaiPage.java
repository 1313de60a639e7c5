package dev.broadsheet.source.oai;

import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.xml.XmlElement;
import dev.broadsheet.source.xml.XmlPieces;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One answer of a repository, record by record. For one thread. */
final class OaiPage implements AutoCloseable {
    private static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/";

    /** Some repositories send their errors with a status other than 200, and what is kept of such a body may be cut off. */
    private static final Pattern ERROR =
            Pattern.compile("<(?:\\w+:)?error\\s[^>]{0,200}?code\\s*=\\s*[\"'](\\w{1,40})[\"'][^>]*>([^<]{0,300})");

    private final XmlPieces pieces;
    private boolean tokenSeen;
    private String token = "";
    private long total = -1;
    private long start = -1;

    private OaiPage(Answer answer) throws IOException {
        this.pieces = new XmlPieces(answer.body(), Set.of("record", "resumptionToken", "error"));
        XmlElement root = pieces.root();
        if (root.name().equalsIgnoreCase("html")) {
            throw new IOException("a web page instead of an OAI-PMH answer: " + answer.address());
        }
        if (!root.name().equals("OAI-PMH")
                || !(root.namespace().isEmpty() || root.namespace().equals(NAMESPACE))) {
            throw new IOException(
                    "no OAI-PMH answer but <" + root.name() + "> of \"" + root.namespace() + "\": " + answer.address());
        }
    }

    /**
     * @throws OaiException if the repository says why it gives nothing
     * @throws IOException if the answer cannot be had or is not an answer of a repository
     */
    static OaiPage get(Fetcher fetcher, URI address) throws IOException {
        try {
            return new OaiPage(fetcher.get(address));
        } catch (FetchException e) {
            Matcher error = ERROR.matcher(e.body());
            if (error.find()) {
                throw new OaiException(error.group(1), error.group(2), e);
            }
            throw e;
        }
    }

    /**
     * The next record, or null at the end of the page.
     *
     * @throws OaiException if the repository says why it gives nothing
     */
    @Nullable OaiRecord next() throws IOException {
        XmlElement piece = pieces.next();
        while (piece != null) {
            switch (piece.name()) {
                case "record" -> {
                    return OaiRecord.of(piece);
                }
                case "resumptionToken" -> {
                    tokenSeen = true;
                    token = piece.text().strip();
                    total = number(piece.attribute("completeListSize"));
                    start = number(piece.attribute("cursor"));
                }
                default -> throw new OaiException(String.valueOf(piece.attribute("code")), piece.text(), null);
            }
            piece = pieces.next();
        }
        return null;
    }

    /** Whether there was a token, even an empty one; known at the end of the page, as all that follows. */
    boolean tokenSeen() {
        return tokenSeen;
    }

    /** Of the page that follows; empty for none. */
    String token() {
        return token;
    }

    /** How many records the repository says the list has, -1 where it does not. */
    long total() {
        return total;
    }

    /** How many records the repository says come before this page, -1 where it does not. */
    long start() {
        return start;
    }

    @Override
    public void close() throws IOException {
        pieces.close();
    }

    /** A negative or endless count is as good as none: what it is compared with would not agree. */
    private static long number(@Nullable String text) throws IOException {
        if (text == null || text.isBlank()) {
            return -1;
        }
        if (!text.strip().matches("\\d{1,15}")) {
            throw new IOException("a list cannot have or begin at \"" + text.strip() + "\" records");
        }
        return Long.parseLong(text.strip());
    }
}
