package dev.broadsheet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element with all that is in it. Names are local ones; {@link #namespace} tells more where it
 * matters. Immutable.
 *
 * @param namespace may be empty
 * @param attributes by local name
 * @param content texts ({@link String}) and elements, in order
 */
public record XmlElement(String namespace, String name, Map<String, String> attributes, List<Object> content) {

    /** The first element within this one, not deeper, that has this name. */
    public Optional<XmlElement> child(String childName) {
        return Optional.ofNullable(first(childName));
    }

    /** All elements within this one, not deeper, that have this name. */
    public Stream<XmlElement> children(String childName) {
        return elements().filter(element -> element.name.equals(childName));
    }

    /** All elements within this one, not deeper. */
    public Stream<XmlElement> elements() {
        return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    /** All elements with this name at any depth, in order. */
    public List<XmlElement> descendants(String descendantName) {
        List<XmlElement> found = new ArrayList<>();
        elements().forEach(element -> {
            if (element.name.equals(descendantName)) {
                found.add(element);
            }
            found.addAll(element.descendants(descendantName));
        });
        return found;
    }

    /** The texts in it at any depth, put together as they stand. */
    public String text() {
        if (content.size() == 1 && content.getFirst() instanceof String only) {
            return only;
        }
        StringBuilder text = new StringBuilder();
        append(text);
        return text.toString();
    }

    /** The text of the first such element, or null. */
    public @Nullable String childText(String childName) {
        XmlElement child = first(childName);
        return child == null ? null : child.text();
    }

    /** A loop, because a harvest asks for it a dozen times a record. */
    private @Nullable XmlElement first(String childName) {
        for (Object part : content) {
            if (part instanceof XmlElement element && element.name.equals(childName)) {
                return element;
            }
        }
        return null;
    }

    public @Nullable String attribute(String attributeName) {
        return attributes.get(attributeName);
    }

    private void append(StringBuilder text) {
        for (Object part : content) {
            if (part instanceof XmlElement element) {
                element.append(text);
            } else {
                text.append(part);
            }
        }
    }
}
