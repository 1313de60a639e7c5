package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatexAccentsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "Erd\\H{o}s | Erdős",
                "Erd{\\H o}s | Erdős",
                "Fran\\c{c}ois | François",
                "Fran\\c cois | François",
                "ch\\^ateau | château",
                "Mart{\\'\\i}nez | Martínez",
                "Mart\\'{\\i}nez | Martínez",
                "Mart\\'\\i nez | Martínez",
                "na\\\"{\\i}ve | naïve",
                "{\\u{\\i}} | ĭ",
                "\\v{s}\\v{C}\\v r | šČř",
                "W\\k{a}s {\\k e} | Wąs ę",
                "Stra\\ss e, Gau{\\ss} | Straße, Gauß",
                "\\o rsted {\\O}re | ørsted Øre",
                "\\L{}ukasz {\\l} | Łukasz ł",
                "\\AA ngstr\\\"om \\aa{} | Ångström å",
                "\\r{u} \\.{z} \\=a \\d{s} \\b{d} \\~n \\`{e} | ů ż ā ṣ ḏ ñ è",
                "\\'{\\^e} | ế",
                "{\\th} \\dh{} \\DJ{} \\oe{} | þ ð Đ œ",
                "{\\'E}lie {\\\"{U}} | Élie Ü",
            })
    void anAccentIsALetter(String latex, String expected) {
        assertThat(LatexAccents.toUnicode(latex)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$\\o + \\v{x}$ and $$\\u{a}$$",
                "\\emph{x} \\cite{a} \\vec{x} \\beta",
                "\\'",
                "\\^{}",
                "\\c",
                "\\H{",
                "\\",
                "\\'{1}",
            })
    void whatIsNoAccentStays(String text) {
        assertThat(LatexAccents.toUnicode(text)).isEqualTo(text);
    }

    @Test
    void anEscapedDollarBeginsNoMathematics() {
        assertThat(LatexAccents.toUnicode("\\$5 for \\'e, \\$6")).isEqualTo("\\$5 for é, \\$6");
    }

    @Test
    void aHostileTextOfFourMillionLettersIsRead() {
        for (String part : new String[] {"\\'{", "\\c ", "{\\'", "$", "$$ ", "\\$", "\\\\", "\\i ", "\\'{\\^e}"}) {
            String text = part.repeat((4 << 20) / part.length());
            assertThat(LatexAccents.plain(text)).as(part).isNotEmpty();
        }
        assertThat(LatexAccents.plain("\\c" + " ".repeat(4 << 20) + "1")).startsWith("\\c");
    }
}
