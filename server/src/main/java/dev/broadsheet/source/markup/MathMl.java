package dev.broadsheet.source.markup;

import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.xml.XmlElement;
import java.util.List;
import java.util.stream.Collectors;

/** Presentation MathML as TeX. What has no counterpart here gives the text in it. */
public final class MathMl {
    private MathMl() {}

    /** The formula without delimiters, may be empty. */
    public static String tex(XmlElement math) {
        return Text.line(inner(math)).replaceAll(" +", " ");
    }

    private static String of(XmlElement element) {
        List<XmlElement> parts = element.elements().toList();
        return switch (element.name()) {
            case "mi" -> identifier(Text.line(element.text()));
            case "mn", "mo", "ci", "cn" -> escaped(Text.line(element.text()));
            case "mtext", "ms" -> "\\text{" + escaped(Text.line(element.text())) + "}";
            case "mspace" -> " ";
            case "msup" -> inner(parts, 0) + "^" + part(parts, 1);
            case "msub" -> inner(parts, 0) + "_" + part(parts, 1);
            case "msubsup" -> inner(parts, 0) + "_" + part(parts, 1) + "^" + part(parts, 2);
            case "munder" -> "\\underset" + part(parts, 1) + part(parts, 0);
            case "mover" -> "\\overset" + part(parts, 1) + part(parts, 0);
            case "munderover" -> inner(parts, 0) + "_" + part(parts, 1) + "^" + part(parts, 2);
            case "mfrac" -> "\\frac" + part(parts, 0) + part(parts, 1);
            case "msqrt" -> "\\sqrt{" + inner(element) + "}";
            case "mroot" -> "\\sqrt[" + inner(parts, 1) + "]" + part(parts, 0);
            case "mfenced" -> "(" + parts.stream().map(MathMl::of).collect(Collectors.joining(", ")) + ")";
            case "mtr" -> parts.stream().map(MathMl::of).collect(Collectors.joining(" & "));
            case "mtable" ->
                "\\begin{matrix}" + parts.stream().map(MathMl::of).collect(Collectors.joining(" \\\\ "))
                        + "\\end{matrix}";
            case "semantics" -> parts.isEmpty() ? "" : of(parts.getFirst());
            case "annotation", "annotation-xml" -> "";
            case "infinity" -> "\\infty";
            default -> inner(element);
        };
    }

    private static String inner(XmlElement element) {
        if (element.elements().findFirst().isEmpty()) {
            return escaped(Text.line(element.text()));
        }
        return element.elements().map(MathMl::of).collect(Collectors.joining());
    }

    private static String inner(List<XmlElement> parts, int index) {
        return index < parts.size() ? of(parts.get(index)) : "";
    }

    private static String part(List<XmlElement> parts, int index) {
        return "{" + inner(parts, index) + "}";
    }

    private static String identifier(String name) {
        return name.codePointCount(0, name.length()) <= 1 ? escaped(name) : "\\mathrm{" + escaped(name) + "}";
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\~^]", " ").replaceAll("[#$%&_{}]", "\\\\$0");
    }
}
