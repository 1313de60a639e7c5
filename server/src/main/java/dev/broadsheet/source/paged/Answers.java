package dev.broadsheet.source.paged;

import dev.broadsheet.installation.Json;
import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.source.xml.XmlPieces;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Answers of which it is known what they should be. */
public final class Answers {
    private static final int LONGEST_LINE = 400;

    private Answers() {}

    /**
     * The answer as one document of JSON.
     *
     * @param who the service's name for a person
     * @throws IOException if it is something else, or broken
     */
    public static JsonNode json(Answer answer, String who) throws IOException {
        try {
            return Json.ONE_DOCUMENT.readTree(answer.body());
        } catch (JacksonException e) {
            String reason =
                    isWebPage(answer) ? "a web page instead of JSON" : "no valid JSON: " + e.getOriginalMessage();
            throw new IOException(line(who + " answered " + place(answer.address()) + " with " + reason), e);
        }
    }

    /**
     * The answer as XML.
     *
     * @param roots the names that the outermost element may have
     * @param wanted as for {@link XmlPieces}
     * @throws IOException if it is something else, or broken at its beginning
     */
    public static XmlPieces xml(Answer answer, String who, Set<String> roots, Set<String> wanted) throws IOException {
        String place = place(answer.address());
        if (isWebPage(answer)) {
            throw new IOException(line(who + " answered " + place + " with a web page instead of XML"));
        }
        XmlPieces pieces = new XmlPieces(answer.body(), wanted);
        String root = pieces.root().name();
        if (!roots.contains(root)) {
            pieces.close();
            throw new IOException(line(who + " answered " + place + " with <" + root + "> instead of <"
                    + String.join(">, <", roots) + ">"));
        }
        return pieces;
    }

    /** That the answer lacks what it should have. */
    static IOException unexpected(URI address, String who, UnreadableRecordException e) {
        return new IOException(
                line(who + " answered " + place(address) + " otherwise than expected: " + e.reason()), e);
    }

    /** The message as one line that is not too long to show. */
    public static String line(String message) {
        String line = message.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }

    // Without the query, which may hold a key.
    private static String place(URI address) {
        return address.getRawAuthority() + address.getRawPath();
    }

    private static boolean isWebPage(Answer answer) {
        byte[] body = answer.body();
        String start = new String(body, 0, Math.min(200, body.length), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }
}
