package dev.broadsheet.web.shared;

import dev.broadsheet.search.SearchAnswer.Span;
import dev.broadsheet.text.TexText;
import dev.broadsheet.text.TexText.Mathematics;
import dev.broadsheet.text.TexText.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of a title or an abstract as a template prints it.
 *
 * @param text prose, or the TeX source of a formula
 * @param marked whether it matched a query
 */
public record Piece(String text, Kind kind, boolean marked) {
    // A list shows three lines; reading a whole long abstract for them would be waste.
    private static final int READ_FOR_BEGINNING = 3000;

    /** What it is. */
    public enum Kind {
        PROSE,
        FORMULA,
        DISPLAY_FORMULA
    }

    /** Whether a browser has mathematics to set here. */
    public boolean isMathematics() {
        return kind != Kind.PROSE;
    }

    /** All of a text. */
    public static List<Piece> all(String source) {
        return all(source, List.of());
    }

    /** All of a text, with what matched marked. */
    public static List<Piece> all(String source, List<Span> matches) {
        List<Integer> cuts = matches.stream()
                .flatMap(span -> Stream.of(span.start(), span.end()))
                .sorted()
                .toList();
        return TexText.parse(source, cuts).segments().stream()
                .map(segment -> {
                    boolean marked = matches.stream()
                            .anyMatch(span -> segment.start() >= span.start() && segment.start() < span.end());
                    return switch (segment) {
                        case Plain plain -> new Piece(plain.text(), Kind.PROSE, marked);
                        case Mathematics formula ->
                            new Piece(
                                    formula.source(), formula.display() ? Kind.DISPLAY_FORMULA : Kind.FORMULA, marked);
                    };
                })
                .toList();
    }

    /**
     * The beginning of a text, about so many characters, ending with a whole word where
     * there are spaces; no formula on a line of its own.
     */
    public static List<Piece> beginning(String source, int length, List<Span> matches) {
        String read = source.length() > READ_FOR_BEGINNING ? source.substring(0, READ_FOR_BEGINNING) : source;
        List<Piece> pieces = new ArrayList<>();
        int left = length;
        for (Piece piece : all(read, matches)) {
            if (piece.text.length() <= left) {
                pieces.add(piece.isMathematics() ? new Piece(piece.text, Kind.FORMULA, piece.marked) : piece);
                left -= piece.text.length();
                continue;
            }
            int end = piece.isMathematics() ? 0 : wordEnd(piece.text, left);
            String kept = piece.text.substring(0, end).replaceAll("[\\s,;:.–—]+$", "");
            pieces.add(new Piece(kept + "…", Kind.PROSE, piece.marked && end > 0));
            break;
        }
        return List.copyOf(pieces);
    }

    /** Where to cut a text that is longer than {@code most}. Chinese and Japanese have no spaces to cut at. */
    private static int wordEnd(String text, int most) {
        int space = text.lastIndexOf(' ', most);
        if (space >= 0 && space >= most / 2) {
            return space;
        }
        return most > 0 && Character.isSurrogatePair(text.charAt(most - 1), text.charAt(most)) ? most - 1 : most;
    }
}
