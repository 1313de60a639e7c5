package dev.broadsheet.source.markup;

import dev.broadsheet.source.record.MathMl;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.xml.XmlElement;
import dev.broadsheet.text.Scripts;

/** The text of an element with inline mark-up: emphasis is dropped, formulas become TeX between dollar signs. */
public final class InlineText {
    private InlineText() {}

    /** On one line. */
    public static String line(XmlElement element) {
        StringBuilder text = new StringBuilder();
        append(element, text);
        return Text.line(text.toString());
    }

    /** The same of the first such element in it; empty where there is none. */
    public static String line(XmlElement element, String child) {
        return element.child(child).map(InlineText::line).orElse("");
    }

    private static void append(XmlElement element, StringBuilder text) {
        for (Object part : element.content()) {
            if (part instanceof XmlElement inner) {
                switch (inner.name()) {
                    case "sup" -> text.append(Scripts.raised(line(inner)));
                    case "sub" -> text.append(Scripts.lowered(line(inner)));
                    case "math", "tex-math" -> {
                        String tex = MathMl.formula(inner);
                        if (tex != null && !tex.isEmpty()) {
                            text.append('$').append(tex).append('$');
                        }
                    }
                    case "br", "p", "div" -> {
                        text.append(' ');
                        append(inner, text);
                        text.append(' ');
                    }
                    default -> append(inner, text);
                }
            } else {
                text.append(part);
            }
        }
    }
}
