package dev.broadsheet.source.xml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** Why a document cannot be read as XML, in one line. */
public final class UnreadableXmlException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnreadableXmlException(String message) {
        super(message);
    }

    UnreadableXmlException(XMLStreamException cause) {
        super(sentence(cause), cause);
    }

    private static String sentence(XMLStreamException cause) {
        if (cause.getCause() instanceof CharacterCodingException) {
            return "broken XML: bytes that mean nothing in its encoding";
        }
        String message = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
        int start = message.indexOf("Message: ");
        String told = start < 0 ? message : message.substring(start + "Message: ".length());
        Location place = cause.getLocation();
        return "broken XML" + (place == null ? "" : " at line " + place.getLineNumber()) + ": " + told;
    }
}
