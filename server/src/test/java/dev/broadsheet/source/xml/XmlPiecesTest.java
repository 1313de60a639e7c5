package dev.broadsheet.source.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlPiecesTest {
    @Test
    void thePiecesComeOneByOneWithAllThatIsInThem() throws IOException {
        String document = """
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- a list -->
                <list xmlns="urn:list" date="2026-03-04" xmlns:x="urn:x">
                  <head>ignored</head>
                  <group><record id="1"><title>A &amp; B<!-- c --> <i>c</i><![CDATA[<d>]]></title></record></group>
                  <x:record x:id="2"/>
                </list>
                """;
        try (XmlPieces pieces = new XmlPieces(bytes(document), Set.of("record"))) {
            assertThat(pieces.root().attribute("date")).isEqualTo("2026-03-04");
            assertThat(pieces.root().namespace()).isEqualTo("urn:list");
            XmlElement first = pieces.next();
            assertThat(first).isNotNull();
            assertThat(first == null ? "" : first.childText("title")).isEqualTo("A & B c<d>");
            XmlElement second = pieces.next();
            assertThat(second == null ? "" : second.attribute("id")).isEqualTo("2");
            assertThat(second == null ? "" : second.namespace()).isEqualTo("urn:x");
            assertThat(pieces.next()).isNull();
            assertThat(pieces.next()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\n",
                "no XML",
                "{\"a\": 1}",
                "<!-- only this -->",
                "<?xml version=\"1.0\"?>",
                "<a>",
                "<a><record>",
                "<a></b>",
                "<a/><b/>",
                "<a><record x=1/></a>",
                "<a><record x='1' x='2'/></a>",
                "<a><x:record/></a>",
                "<a><record x:y='1'/></a>",
                "<a><record>&nbsp;</record></a>",
                "<a><record t='&nbsp;'/></a>",
                "<a><record>&#x1;</record></a>",
                "<a><record>&#0;</record></a>",
                "<a><record>&#xD800;</record></a>",
                "<a><record>&#x110000;</record></a>",
                "<a><record>\uFFFF</record></a>",
                "<a><record>a & b</record></a>",
                "<a><record>]]></record></a>",
                "<a><record><![CDATA[never closed</record></a>",
                "<!doctype html><html><head><title>Wait</title></head><body><p>Too fast<br></body></html>",
                "<html><body><img src=a.png></body></html>",
                "<?xml version=\"3.0\"?><a/>",
                "<?xml version=\"1.0\" encoding=\"no-such\"?><a/>",
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>",
            })
    void whatIsNoXmlIsSaidToBeNone(String document) {
        assertUnreadable(bytes(document));
    }

    @Test
    void laughsAreNotMultiplied() {
        StringBuilder document = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            document.append("<!ENTITY l%d \"&l%d;&l%d;\">".formatted(i, i - 1, i - 1));
        }
        assertUnreadable(bytes(document + "]><a><record>&l29;</record></a>"));
        assertUnreadable(bytes(document + "]><a><record t=\"&l29;\"/></a>"));
        assertUnreadable(bytes(document + "]><a>&l29;<record/></a>"));
    }

    @Test
    void filesAreNotReadThroughEntities(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        String start = "<!DOCTYPE a [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><a><record>";
        assertUnreadable(bytes(start + "&e;</record></a>"));
        String external = "<!DOCTYPE a SYSTEM \"" + secret.toUri() + "\"><a><record>fine</record></a>";
        assertThat(texts(bytes(external))).containsExactly("fine");
        String parameter =
                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;]><a><record>fine</record></a>";
        assertThat(texts(bytes(parameter))).containsExactly("fine");
    }

    @Test
    void aDocumentTypeIsPassedOver() throws IOException {
        assertThat(texts(bytes("<!DOCTYPE list PUBLIC \"-//X\" \"https://papers.example/x.dtd\" [<!ELEMENT a ANY>]>"
                        + "<a><record>fine</record></a>")))
                .containsExactly("fine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deep", "record"})
    void elementsOneHundredThousandDeepAreNotFollowed(String name) {
        String document = "<a>" + ("<" + name + ">").repeat(100_000) + ("</" + name + ">").repeat(100_000) + "</a>";
        assertThatThrownBy(() -> texts(bytes(document)))
                .isInstanceOf(UnreadableXmlException.class)
                .hasMessage("elements are nested more than 100 deep");
    }

    @Test
    void elementsOneAfterTheOtherAreNotDeep() throws IOException {
        String document = "<a>" + "<b><c/></b><record>x</record>".repeat(1000) + "</a>";
        assertThat(texts(bytes(document))).hasSize(1000);
    }

    @Test
    void controlCharactersAreLeftAway() throws IOException {
        StringBuilder controls = new StringBuilder();
        for (char c = 0; c < 0x20; c++) {
            if (c != '\r') {
                controls.append(c);
            }
        }
        assertThat(texts(bytes("<a><record t='\u0001'>one" + controls + "two</record></a>\u0000")))
                .containsExactly("one\t\ntwo");
    }

    @Test
    void manyControlCharactersAreLeftAwayInEveryEncoding() throws IOException {
        String controls = "\u0001".repeat(100_000);
        String document = "<a>" + controls + "<record>ä" + controls + "文</record></a>";
        assertThat(texts(bytes(document))).containsExactly("ä文");
        assertThat(texts(document.getBytes(StandardCharsets.UTF_16))).containsExactly("ä文");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-2022-JP"})
    void theDeclaredEncodingCounts(String encoding) throws IOException {
        String text = encoding.equals("ISO-2022-JP") ? "日本語" : "Größe";
        String document = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><a><record>" + text + "</record></a>";
        assertThat(texts(document.getBytes(Charset.forName(encoding)))).containsExactly(text);
    }

    @Test
    void byteOrderMarksAreNoText() throws IOException {
        assertThat(texts(bytes("\uFEFF<a><record>Größe</record></a>"))).containsExactly("Größe");
        assertThat(texts("\uFEFF<a><record>Größe</record></a>".getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly("Größe");
    }

    @Test
    void latinLettersDeclaredAsUtf8AreBroken() {
        byte[] latin = "<a><record>Größe</record></a>".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> texts(latin))
                .isInstanceOf(UnreadableXmlException.class)
                .hasMessage("broken XML: bytes that mean nothing in its encoding");
        assertUnreadable(new byte[] {'<', 'a', '>', (byte) 0xc0, (byte) 0xaf, '<', '/', 'a', '>'});
        assertUnreadable(new byte[] {'<', 'a', '>', (byte) 0xe6, (byte) 0x96});
    }

    @Test
    void hugeTextsAreReadToALimit() throws IOException {
        String million = "x".repeat(1 << 20);
        assertThat(texts(bytes("<a><record>" + million + "</record></a>"))).containsExactly(million);
        assertThatThrownBy(() -> texts(bytes("<a><record>" + million.repeat(17) + "</record></a>")))
                .isInstanceOf(UnreadableXmlException.class)
                .hasMessageContaining("one element holds more than");
        assertThat(texts(bytes("<a>" + million.repeat(17) + "<record>fine</record></a>")))
                .containsExactly("fine");
    }

    @Test
    void theFiveEntitiesMayStandAsOftenAsTheyLike() throws IOException {
        String many = "&amp;&lt;&gt;&quot;&apos;&#228;&#x1D49C;".repeat(100_000);
        assertThat(texts(bytes("<a><record>" + many + "</record></a>")))
                .containsExactly("&<>\"'ä\uD835\uDC9C".repeat(100_000));
    }

    @Test
    void aRecordWithThousandsOfAuthorsIsRead() throws IOException {
        String authors = "<author><keyname>Doe</keyname><forenames>J.</forenames></author>".repeat(6000);
        try (XmlPieces pieces = new XmlPieces(bytes("<a><record>" + authors + "</record></a>"), Set.of("record"))) {
            XmlElement record = pieces.next();
            assertThat(record == null ? List.of() : record.descendants("keyname"))
                    .hasSize(6000);
        }
    }

    @Test
    void whateverHappensToADocumentItIsReadOrSaidToBeUnreadable() {
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE a [<!ENTITY e \"f\">]>\n"
                + "<a xmlns=\"urn:a\" xmlns:b=\"urn:b\"><!-- c --><?p i?><record b:t=\"1 &lt; 2\">Größe 文 &#228; "
                + "<b:c><![CDATA[ d ]]></b:c></record><record/></a>";
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] broken = broken(bytes(document), random);
            try {
                texts(broken);
                read++;
            } catch (UnreadableXmlException e) {
                assertThat(e.getMessage()).as("seed %d", seed).isNotBlank().doesNotContain("\n");
            } catch (IOException | RuntimeException e) {
                throw new AssertionError(
                        "seed " + seed + ", document " + i + ": " + new String(broken, StandardCharsets.ISO_8859_1), e);
            }
        }
        assertThat(read).as("seed %d", seed).isBetween(1, 19_999);
    }

    private static byte[] broken(byte[] document, Random random) {
        byte[] broken = document.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            broken[random.nextInt(broken.length)] = switch (random.nextInt(3)) {
                case 0 -> (byte) random.nextInt(256);
                case 1 -> document[random.nextInt(document.length)];
                default -> (byte) "<>&;\"'!?[]-/=:%#".charAt(random.nextInt(16));
            };
        }
        return random.nextInt(4) > 0 ? broken : Arrays.copyOf(broken, random.nextInt(broken.length));
    }

    private static List<String> texts(byte[] document) throws IOException {
        List<String> texts = new ArrayList<>();
        try (XmlPieces pieces = new XmlPieces(document, Set.of("record"))) {
            for (XmlElement piece = pieces.next(); piece != null; piece = pieces.next()) {
                texts.add(piece.text());
            }
        }
        return texts;
    }

    private static void assertUnreadable(byte[] document) {
        assertThatThrownBy(() -> texts(document))
                .isInstanceOf(UnreadableXmlException.class)
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("\n"));
    }

    private static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }
}
