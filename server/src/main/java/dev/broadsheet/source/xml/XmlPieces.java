package dev.broadsheet.source.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A document from which certain elements are taken one by one, each with all that is in it; what
 * lies between is passed over. For one thread.
 */
public final class XmlPieces implements AutoCloseable {
    private static final int DEEPEST = 100;

    /** A piece with more text than this is not a record of a paper. */
    private static final int LONGEST = 16 << 20;

    private final XMLStreamReader reader;
    private final Set<String> wanted;
    private final XmlElement root;
    private int depth;
    private int length;

    /**
     * @param wanted local names of the elements to take out
     * @throws UnreadableXmlException if this is not XML
     */
    public XmlPieces(byte[] document, Set<String> wanted) throws UnreadableXmlException {
        this.wanted = Set.copyOf(wanted);
        try {
            this.reader = factory().createXMLStreamReader(XmlCharacters.of(document));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                // comments, and a document type, which is passed over unread
            }
            this.root = new XmlElement(namespace(), reader.getLocalName(), attributes(), List.of());
            this.depth = 1;
        } catch (XMLStreamException e) {
            throw new UnreadableXmlException(e);
        }
    }

    /** The outermost element, without what is in it. */
    public XmlElement root() {
        return root;
    }

    /**
     * The next wanted element, or null at the end of the document.
     *
     * @throws UnreadableXmlException if the document is broken from here on
     */
    public @Nullable XmlElement next() throws UnreadableXmlException {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (wanted.contains(reader.getLocalName())) {
                            length = 0;
                            return element(depth + 1);
                        }
                        deeper();
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {
                        // between the pieces
                    }
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw new UnreadableXmlException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new UnreadableXmlException(e);
        }
    }

    private XmlElement element(int level) throws XMLStreamException, UnreadableXmlException {
        if (level > DEEPEST) {
            throw new UnreadableXmlException("elements are nested more than " + DEEPEST + " deep");
        }
        String namespace = namespace();
        String name = reader.getLocalName();
        Map<String, String> attributes = attributes();
        List<Object> content = new ArrayList<>();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> content.add(element(level + 1));
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlElement(namespace, name, attributes, content);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    length += reader.getTextLength();
                    if (length > LONGEST) {
                        throw new UnreadableXmlException("one element holds more than " + LONGEST + " characters");
                    }
                    content.add(reader.getText());
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableXmlException("unknown entity &" + reader.getLocalName() + ";");
                default -> {
                    // comments and processing instructions
                }
            }
        }
    }

    private void deeper() throws UnreadableXmlException {
        depth++;
        if (depth > DEEPEST) {
            throw new UnreadableXmlException("elements are nested more than " + DEEPEST + " deep");
        }
    }

    private String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    private Map<String, String> attributes() {
        if (reader.getAttributeCount() == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** A new one each time: the JDK's holds on to the reader it made first, and thereby to its document. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // The JDK counts even &amp; here, and a page of records may well have 100,000 of them. Entities
        // that could grow are not known without a document type; depth is watched above.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        return factory;
    }
}
