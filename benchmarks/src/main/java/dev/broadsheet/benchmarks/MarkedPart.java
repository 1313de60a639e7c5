package dev.broadsheet.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a document that a program writes, between two marks; what people wrote around it stays. */
final class MarkedPart {
    private static final String BEGIN = "<!-- measured: begin -->";
    private static final String END = "<!-- measured: end -->";

    private MarkedPart() {}

    static void write(Path document, String part) throws IOException {
        String text = Files.readString(document);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(document + " has no " + BEGIN + " before " + END);
        }
        Files.writeString(
                document,
                text.substring(0, begin + BEGIN.length()) + "\n\n" + part.strip() + "\n\n" + text.substring(end));
    }
}
