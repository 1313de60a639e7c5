package dev.broadsheet.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.paper.Metadata;
import dev.broadsheet.source.Format;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.UnreadableFileException;
import dev.broadsheet.source.types.FileSources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadFilesTest {
    private static final String GOOD = "{\"title\":\"Good\",\"abstract\":\"a\"}\n";

    @Test
    void aBadLineIsRejectedWithItsPlaceAndTheRestGoesOn() {
        FileReadings readings = FileReadings.of(GOOD + "{\"title\": \"cut\n\n[1,2]\n{\"title\":7e999999999}\nnull\n{}\n"
                + "{\"title\":\" \"}\n{\"title\":[\"x\"]}\n" + GOOD);
        assertThat(readings.records()).hasSize(2);
        assertThat(readings.rejects())
                .extracting("place")
                .containsExactly("line 2", "line 4", "line 5", "line 6", "line 7", "line 8", "line 9");
        assertThat(readings.rejects())
                .allSatisfy(reject -> assertThat(reject.reason())
                        .isNotBlank()
                        .doesNotContain("\n", "(String)", "Exception", "tools.jackson"));
    }

    @Test
    void aBadElementOfAnArrayCostsOnlyItself() {
        FileReadings readings =
                FileReadings.of("[{\"title\":\"A\"}, nonsense, {\"title\":\"B\", x}, {\"title\":\"C\"}");
        assertThat(readings.records()).extracting(r -> r.metadata().title()).containsExactly("A", "C");
        assertThat(readings.rejects())
                .extracting("place")
                .containsExactly("line 1, entry 2", "line 1, entry 3", "line 1, entry 5");
        assertThat(readings.rejects().getLast().reason()).contains("not closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aBadElementOfAnArrayIsFoundByItsLine(String end) {
        String array = String.join(end, "[", "{\"title\":", "\"A\"},", "", "{\"title\":", "x}", ", nonsense", "]");
        FileReadings readings = FileReadings.of(array);
        assertThat(readings.records()).hasSize(1);
        assertThat(readings.rejects()).extracting("place").containsExactly("line 5, entry 2", "line 7, entry 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\n  {\n    \"title\": \"%s,\n    \"abstract\": \"a {\"\n  },\n  {\n    \"title\": \"B\",\n    \"authors\": [\"X\"]\n  }\n]\n",
                "[{\n  \"title\": \"%s,\n  \"abstract\": \"a\"\n}, {\n  \"title\": \"B\"\n}]",
                "[\n{\"title\":\"%s},\n{\"title\":\"B\"}\n]",
            })
    void aTextThatIsNotClosedCostsItsElementOnly(String array) {
        FileReadings readings = FileReadings.of(array.formatted("Open"));
        assertThat(readings.only(1).metadata().title()).isEqualTo("B");
        assertThat(readings.rejects()).hasSize(1);
        assertThat(readings.rejects().getFirst().reason()).contains("not closed");
        assertThat(FileReadings.of(array.formatted("Closed\"")).records()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n  \n", "\uFEFF", "[]"})
    void anEmptyFileHasNoPapersAndNoFaults(String text) {
        FileReadings readings = FileReadings.of(text);
        assertThat(readings.items()).isEmpty();
        assertThat(readings.broken()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "a,b,c\n1,2,3\n", "%PDF-1.7 ...", "<html><body>", "PK\u0003\u0004zip"})
    void aFileOfAnotherKindIsRefusedWithAMessage(String text) {
        FileReadings readings = FileReadings.of(text);
        assertThat(readings.broken())
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("standard input");
    }

    @Test
    void aMissingFileAndAFolderAreSaid(@TempDir Path folder) {
        assertThatThrownBy(() -> FileSources.open(folder.resolve("none"), Format.AUTO))
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> FileSources.open(folder, Format.AUTO)).hasMessageContaining("is not a file");
    }

    @Test
    void copiesOfAFileAreOneHarvest(@TempDir Path folder) throws IOException {
        Path one = Files.writeString(folder.resolve("one"), GOOD);
        Path two = Files.writeString(folder.resolve("two"), GOOD);
        Path other = Files.writeString(folder.resolve("other"), GOOD + GOOD);
        String harvest = FileSources.open(one, Format.AUTO).harvest();
        assertThat(FileSources.open(two, Format.AUTO).harvest()).isEqualTo(harvest);
        assertThat(FileSources.open(other, Format.AUTO).harvest()).isNotEqualTo(harvest);
    }

    @Test
    void aLineOfTwoHundredMegabytesIsSkippedWithoutBeingHeld() throws IOException {
        InputStream huge = new Repeated("{\"title\":\"", "xyzw".repeat(1 << 14), 200 << 4, "\"}\n" + GOOD);
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        try (Source.Reading reading = FileSources.open(huge, Format.AUTO).open(null)) {
            if (!(reading.next() instanceof Source.Rejected first)) {
                throw new AssertionError("the line was not rejected");
            }
            assertThat(first.reason()).contains("16 MB");
            assertThat(first.raw().length()).isLessThanOrEqualTo(2000);
            System.gc();
            assertThat(runtime.totalMemory() - runtime.freeMemory() - before).isLessThan(100L << 20);
            assertThat(reading.next()).isInstanceOf(Source.Received.class);
            assertThat(reading.next()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"BIBTEX", "RIS", "CSV", "HUGGINGFACE"})
    void anEntryOfTwentyMegabytesIsSkippedInEveryFormat(Format format) {
        String start = switch (format) {
            case BIBTEX -> "@misc{a, title={";
            case RIS -> "TY  - JOUR\nTI  - ";
            case CSV -> "title\n\"";
            default -> "[{\"title\":\"";
        };
        String end = switch (format) {
            case BIBTEX -> "}}\n@misc{b, title={Good}}\n";
            case RIS -> "\nER  - \nTY  - JOUR\nTI  - Good\nER  - \n";
            case CSV -> "\"\nGood\n";
            default -> "\"},{\"paper\":{\"title\":\"Good\"}}]";
        };
        FileReadings readings =
                FileReadings.of(new Repeated(start, "word word word\n".repeat(100), 14_000, end), format, null);
        assertThat(readings.rejects()).hasSize(1);
        assertThat(readings.rejects().getFirst().reason()).contains("16 MB");
        assertThat(readings.only(1).metadata().title()).isEqualTo("Good");
    }

    @Test
    void aGzipBombIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(GOOD.getBytes(StandardCharsets.UTF_8));
            byte[] block = new byte[1 << 20];
            Arrays.fill(block, (byte) 'a');
            for (int i = 0; i < 300; i++) {
                stream.write(block);
            }
        }
        FileReadings readings = FileReadings.of(bytes.toByteArray());
        assertThat(readings.records()).hasSize(1);
        assertThat(readings.broken())
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("200 times");
    }

    @Test
    void aGzipFileThatBreaksOffGivesWhatCameBefore() {
        StringBuilder text = new StringBuilder();
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            text.append("{\"title\":\"").append(random.nextLong()).append("\"}\n");
        }
        byte[] whole = FileReadings.gzip(text.toString());
        FileReadings readings = FileReadings.of(Arrays.copyOf(whole, whole.length / 2));
        assertThat(readings.records().size()).isBetween(2000, 3000);
        assertThat(readings.rejects()).isEmpty();
        assertThat(readings.broken()).hasMessageContaining("breaks off");
        assertThat(FileReadings.of(whole).records()).hasSize(5000);
    }

    @Test
    void aSmallGzipFileThatBreaksOffSaysSo() {
        byte[] whole = FileReadings.gzip(GOOD.repeat(3));
        assertThat(FileReadings.of(Arrays.copyOf(whole, whole.length - 9)).broken())
                .hasMessageContaining("breaks off");
        assertThat(FileReadings.of(Arrays.copyOf(whole, 5)).broken()).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void gzipFilesOneAfterTheOtherAreOne() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(FileReadings.gzip(GOOD));
        both.write(FileReadings.gzip(GOOD));
        assertThat(FileReadings.of(both.toByteArray()).records()).hasSize(2);
    }

    @Test
    void otherUnicodeEncodingsWithTheirMarkAreRead() {
        String text = "\uFEFF{\"title\":\"Zürich 深度 \uD83D\uDE00\"}\n";
        for (var charset : new java.nio.charset.Charset[] {
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
            assertThat(FileReadings.of(text.getBytes(charset)).only().metadata().title())
                    .as("%s", charset)
                    .isEqualTo("Zürich 深度 \uD83D\uDE00");
        }
    }

    @Test
    void aTitleThatCannotBeDecodedIsRejectedAnAbstractIsNot() {
        FileReadings readings =
                FileReadings.of("{\"title\":\"Z\u00fcrich\"}\n{\"title\":\"Good\",\"abstract\":\"Z\u00fcrich\"}\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(readings.rejects()).hasSize(1);
        assertThat(readings.rejects().getFirst().reason()).contains("not UTF-8");
        assertThat(readings.records()).hasSize(1);
    }

    @Test
    void hostileTextIsKeptAsTextWithoutWhatNoTextMayHold() {
        String abstractText = "<script>alert('x')</script> \u202Eright to left\u202C " + "long ".repeat(20_000);
        FileReadings readings =
                FileReadings.of("{\"title\":\"A\\u0000B\\ud800C \\ud83d\\ude00\",\"abstract\":\"\\u0007\\u001b[31m"
                        + abstractText + "\",\"authors\":[\"\",\" \",\"\\u0000\",null,7,\"Real Name\"]}");
        SourceRecord record = readings.only();
        Metadata metadata = record.metadata();
        assertThat(metadata.title()).isEqualTo("ABC \uD83D\uDE00");
        assertThat(metadata.abstractText()).isEqualTo("[31m" + abstractText);
        assertThat(metadata.authors()).hasSize(1);
    }

    @Test
    void deeplyNestedJsonIsRejected() {
        FileReadings readings = FileReadings.of("{\"title\":" + "[".repeat(100_000) + "\n" + GOOD);
        assertThat(readings.rejects()).hasSize(1);
        assertThat(readings.records()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void noiseNeverThrowsAnythingButAFault(Format format) {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            String alphabet = "{}[]\",:@=\\ \n\tTYER-  abc012$%#\u0000\u00e9\uD83D";
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 3000; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            FileReadings readings = FileReadings.of(new ByteArrayInputStream(bytes), format, null);
            assertThat(readings.rejects())
                    .as("seed %d", seed)
                    .allSatisfy(
                            reject -> assertThat(reject.reason()).isNotBlank().doesNotContain("\n"));
        }
    }

    /** A start, something again and again, and an end, made while it is read. */
    private static final class Repeated extends InputStream {
        private final byte[] start;
        private final byte[] middle;
        private final byte[] end;
        private int times;
        private byte[] current;
        private int position;
        private boolean ended;

        Repeated(String start, String middle, int times, String end) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.middle = middle.getBytes(StandardCharsets.UTF_8);
            this.end = end.getBytes(StandardCharsets.UTF_8);
            this.times = times;
            this.current = this.start;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            while (position == current.length) {
                if (ended) {
                    return -1;
                }
                position = 0;
                ended = times == 0;
                current = times-- > 0 ? middle : end;
            }
            int count = Math.min(length, current.length - position);
            System.arraycopy(current, position, target, offset, count);
            position += count;
            return count;
        }
    }
}
