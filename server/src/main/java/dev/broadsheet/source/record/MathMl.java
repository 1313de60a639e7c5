package dev.broadsheet.source.record;

import dev.broadsheet.source.xml.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** TeX from the formulas in JATS and MathML (https://www.w3.org/TR/MathML3/), as far as abstracts go. */
public final class MathMl {
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("¯", "\\bar"),
            Map.entry("‾", "\\bar"),
            Map.entry("^", "\\hat"),
            Map.entry("ˆ", "\\hat"),
            Map.entry("~", "\\tilde"),
            Map.entry("˜", "\\tilde"),
            Map.entry("→", "\\vec"),
            Map.entry("˙", "\\dot"));

    private MathMl() {}

    /** The formula, empty if there is nothing in it; null if the element holds no formula. */
    public static @Nullable String formula(XmlElement element) {
        XmlElement tex = first(element, "tex-math");
        if (tex != null) {
            return bare(tex.text());
        }
        XmlElement math = first(element, "math");
        return math == null ? null : bare(ofMath(math));
    }

    private static String ofMath(XmlElement math) {
        String alternative = math.attribute("alttext");
        if (alternative != null && !alternative.isBlank()) {
            return alternative;
        }
        for (XmlElement annotation : math.descendants("annotation")) {
            if (String.valueOf(annotation.attribute("encoding"))
                    .toLowerCase(Locale.ROOT)
                    .contains("tex")) {
                return annotation.text();
            }
        }
        return tex(math);
    }

    private static @Nullable XmlElement first(XmlElement element, String name) {
        if (element.name().equals(name)) {
            return element;
        }
        List<XmlElement> found = element.descendants(name);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Without the document and the dollars around it. */
    private static String bare(String tex) {
        String bare = tex;
        int begin = bare.indexOf("\\begin{document}");
        int end = bare.indexOf("\\end{document}");
        if (begin >= 0 && end > begin) {
            bare = bare.substring(begin + "\\begin{document}".length(), end);
        }
        return Text.line(bare.replace("$", " "));
    }

    private static String tex(XmlElement element) {
        List<XmlElement> inner = element.elements().toList();
        return switch (element.name()) {
            case "mi" -> identifier(Text.line(element.text()));
            case "mn", "mo" -> escaped(Text.line(element.text()));
            case "mtext" -> element.text().isBlank() ? "\\ " : "\\text{" + escaped(Text.line(element.text())) + "}";
            case "mspace" -> " ";
            case "annotation", "annotation-xml" -> "";
            case "msub", "munder" -> part(inner, 0) + "_{" + part(inner, 1) + "}";
            case "msup" -> part(inner, 0) + "^{" + part(inner, 1) + "}";
            case "msubsup", "munderover" -> part(inner, 0) + "_{" + part(inner, 1) + "}^{" + part(inner, 2) + "}";
            case "mover" -> over(part(inner, 0), part(inner, 1));
            case "mfrac" -> "\\frac{" + part(inner, 0) + "}{" + part(inner, 1) + "}";
            case "msqrt" -> "\\sqrt{" + all(inner) + "}";
            case "mroot" -> "\\sqrt[" + part(inner, 1) + "]{" + part(inner, 0) + "}";
            case "mfenced" -> "(" + inner.stream().map(MathMl::tex).collect(Collectors.joining(",")) + ")";
            default -> inner.isEmpty() ? escaped(Text.line(element.text())) : all(inner);
        };
    }

    private static String part(List<XmlElement> inner, int index) {
        return index < inner.size() ? tex(inner.get(index)) : "";
    }

    private static String all(List<XmlElement> inner) {
        return inner.stream().map(MathMl::tex).collect(Collectors.joining());
    }

    private static String over(String base, String accent) {
        String command = ACCENTS.get(accent);
        return command == null ? base + "^{" + accent + "}" : command + "{" + base + "}";
    }

    private static String identifier(String name) {
        return name.length() > 1 ? "\\mathrm{" + escaped(name) + "}" : escaped(name);
    }

    private static String escaped(String text) {
        return text.replaceAll("([%&#_{}])", "\\\\$1");
    }
}
