package dev.broadsheet.testing.arxiv;

/** Writes XML; elements are closed by whoever opens them. */
final class Xml {
    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    /** @param attributes names and values in turn */
    Xml open(String name, String... attributes) {
        return tag(name, ">", attributes);
    }

    Xml close(String name) {
        text.append("</").append(name).append(">\n");
        return this;
    }

    Xml empty(String name, String... attributes) {
        return tag(name, "/>\n", attributes);
    }

    Xml element(String name, String content, String... attributes) {
        tag(name, ">", attributes);
        escape(content);
        return close(name);
    }

    /** The same, unless there is nothing to say. */
    Xml elementIfAny(String name, String content) {
        return content.isEmpty() ? this : element(name, content);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private Xml tag(String name, String end, String... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            text.append('"');
        }
        text.append(end);
        return this;
    }

    private void escape(String content) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default -> text.append(c);
            }
        }
    }
}
