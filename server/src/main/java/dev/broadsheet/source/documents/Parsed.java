package dev.broadsheet.source.documents;

import dev.broadsheet.installation.Json;
import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.xml.XmlPieces;
import java.io.IOException;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Parsed of which it is known what they should be. */
public final class Parsed {
    private Parsed() {}

    /**
     * The document as JSON.
     *
     * @param who the service's name for a person
     * @throws IOException if it is something else, or broken
     */
    public static JsonNode json(Answer answer, String who) throws IOException {
        try {
            return Json.PLAIN.readTree(answer.body());
        } catch (JacksonException e) {
            String reason =
                    isWebPage(answer) ? "a web page instead of JSON" : "no valid JSON: " + e.getOriginalMessage();
            throw new IOException(line(who + " answered " + place(answer) + " with " + reason), e);
        }
    }

    /**
     * The document as XML.
     *
     * @param roots the names that the outermost element may have
     * @param wanted as for {@link XmlPieces}
     * @throws IOException if it is something else, or broken at its beginning
     */
    public static XmlPieces xml(Answer answer, String who, Set<String> roots, Set<String> wanted) throws IOException {
        if (isWebPage(answer)) {
            throw new IOException(line(who + " answered " + place(answer) + " with a web page instead of XML"));
        }
        XmlPieces pieces = new XmlPieces(answer.body(), wanted);
        String root = pieces.root().name();
        if (!roots.contains(root)) {
            pieces.close();
            throw new IOException(line(who + " answered " + place(answer) + " with <" + root + "> instead of <"
                    + String.join(">, <", roots) + ">"));
        }
        return pieces;
    }

    /** The message as one line that is not too long to show. */
    public static String line(String message) {
        String line = message.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= 400 ? line : line.substring(0, 400) + "…";
    }

    // Without the query, which may hold a key.
    private static String place(Answer answer) {
        return answer.address().getHost() + answer.address().getPath();
    }

    private static boolean isWebPage(Answer answer) {
        byte[] body = answer.body();
        String start = new String(body, 0, Math.min(200, body.length), java.nio.charset.StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(java.util.Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }
}
