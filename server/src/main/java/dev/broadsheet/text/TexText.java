package dev.broadsheet.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A title or an abstract as authors write them, part prose and part TeX, taken apart into what is
 * read and what is set as mathematics. Prose is cleaned for display: white space folded, TeX accents,
 * quotes and dashes as the characters they mean, mark-up dropped. Mathematics keeps its source.
 *
 * <p>Any text is allowed, none is refused, and the time taken grows with the length only. A dollar
 * sign that is money stays a dollar sign.
 *
 * @param segments in the order of the source, without gaps in what is shown
 */
public record TexText(List<Segment> segments) {
    public TexText {
        segments = List.copyOf(segments);
    }

    /** A piece of the text; {@code start} and {@code end} are offsets in the source it was made from. */
    public sealed interface Segment {
        int start();

        int end();
    }

    /**
     * Prose.
     *
     * @param text cleaned, never empty
     */
    public record Plain(String text, int start, int end) implements Segment {}

    /**
     * A formula.
     *
     * @param source TeX without its delimiters
     * @param display whether it stands on a line of its own
     */
    public record Mathematics(String source, boolean display, int start, int end) implements Segment {}

    /** Takes a text apart. */
    public static TexText parse(String source) {
        return parse(source, List.of());
    }

    /**
     * Takes a text apart and begins a new segment of prose at each of the offsets, or right behind
     * the TeX construct that the offset lies in, so that passages can be marked.
     *
     * @param cuts offsets in the source, ascending
     */
    public static TexText parse(String source, List<Integer> cuts) {
        List<Segment> segments = new ArrayList<>();
        new TexReader(source, cuts, new TexReader.Pieces() {
                    @Override
                    public void prose(String text, int start, int end) {
                        segments.add(new Plain(text, start, end));
                    }

                    @Override
                    public void formula(String formula, boolean display, int start, int end) {
                        segments.add(new Mathematics(formula, display, start, end));
                    }
                })
                .read();
        return new TexText(segments);
    }

    /** The text as one line without mark-up; mathematics as its source, without delimiters. */
    public static String plain(String source) {
        return parse(source).plain();
    }

    /** See {@link #plain(String)}. */
    public String plain() {
        StringBuilder text = new StringBuilder();
        for (Segment segment : segments) {
            text.append(
                    switch (segment) {
                        case Plain plain -> plain.text();
                        case Mathematics mathematics -> mathematics.source();
                    });
        }
        return text.toString();
    }

    /** Whether any of it is a formula. */
    public boolean hasMathematics() {
        return segments.stream().anyMatch(Mathematics.class::isInstance);
    }
}
