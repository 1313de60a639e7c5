package dev.broadsheet.discussion.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed, what comes out has only elements and attributes that can do no harm. */
class HostileMarkupTest {
    private static final References SOME = new References(Set.of("mira"), Set.of("2608.10001"));

    private static final Pattern TAG = Pattern.compile("<(?<end>/?)(?<name>[a-z]+)(?<attributes>[^<>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+(?<name>[a-z-]+)=\"(?<value>[^\"<>]*)\"");
    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "br",
            "hr",
            "em",
            "strong",
            "del",
            "code",
            "pre",
            "blockquote",
            "ul",
            "ol",
            "li",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "a",
            "span");
    private static final Pattern HARMLESS =
            Pattern.compile("(?:https?:|mailto:|/|#|\\?|[^:]*$)[\\s\\S]*", Pattern.CASE_INSENSITIVE);

    static List<String> corpus() {
        return List.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<svg><script>alert&#40;1)</script>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<p style=\"background:url(javascript:alert(1))\">x",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "</textarea></script><script>alert(1)</script>",
                "<!--><img src=x onerror=alert(1)>-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](<java\nscript:alert(1)>)",
                "[x]( javascript:alert(1))",
                "[x](\u0001javascript:alert(1))",
                "[x](vbscript:msgbox(1))",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](//evil.example/x)",
                "[x](https://x.org/\"onmouseover=\"alert(1))",
                "[x](https://x.org 'title\" onmouseover=\"alert(1)')",
                "[x]: javascript:alert(1)\n\n[x]",
                "<javascript:alert(1)>",
                "<https://x.org/\"onmouseover=\"alert(1)>",
                "https://x.org/\"onmouseover=\"alert(1)",
                "![x](javascript:alert(1))",
                "![\"onerror=\"alert(1)](x)",
                "![x](x \"t\\\" onerror=alert(1)\")",
                "[![x](javascript:alert(1))](javascript:alert(2))",
                "[a](https://x.org/<script>)",
                "```\"><script>alert(1)</script>\nx\n```",
                "~~~ x onmouseover=alert(1)\n</code></pre><script>alert(1)</script>\n~~~",
                "`</code><script>alert(1)</script>`",
                "$</span><script>alert(1)_2</script>$",
                "$$\\href{javascript:alert(1)}{x_1}$$",
                "\\(<img src=x onerror=alert(1)>_1\\)",
                "$x_1\" onmouseover=\"alert(1)$",
                "[$x_1$](javascript:$x_1$)",
                "![$x_1$](https://x.org/$y_1$\"onerror=alert(1))",
                "| <script> | b |\n|---|---|\n| <img src=x onerror=alert(1)> | 2 |",
                "@mira\"><script>alert(1)</script>",
                "@<script>alert(1)</script>",
                "/papers/2608.10001\"onmouseover=alert(1)",
                "doi:10.5555/\"><script>alert(1)</script>",
                "\uE0000\uE001 \uE00099\uE001 \uE002",
                "\uE0000\uE001 $x_1$ \uE0001\uE001",
                "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
                "{{constructor.constructor('alert(1)')()}} ${7*7} <%= 7 %>",
                "# <script>alert(1)</script>\n> <b onmouseover=alert(1)>\n- <i style=x>",
                "\u0000<script>\u0000alert(1)</script>",
                "\uD800<script>alert(1)</script>",
                "<scr\u200Bipt>alert(1)</scr\u200Bipt>",
                "\u202E<script>alert(1)</script>");
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void nothingHarmfulComesOut(String text) {
        check(text);
        check("> " + text);
        check("- **" + text + "**");
        check(text + "\n\n" + text);
    }

    @Test
    void norDoesItOfAnyMixture() {
        Random random = new Random(20260822);
        List<String> corpus = corpus();
        String signs = "[]()<>!*_`$\\~|\n \t>#-@&\"'=:/\uE000\uE0010";
        for (int round = 0; round < 1_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 6; i++) {
                String piece = corpus.get(random.nextInt(corpus.size()));
                int from = random.nextInt(piece.length());
                text.append(piece, from, from + random.nextInt(piece.length() - from + 1));
                for (int j = random.nextInt(4); j > 0; j--) {
                    text.append(signs.charAt(random.nextInt(signs.length())));
                }
            }
            check(text.toString());
        }
    }

    /** Each would take minutes, or the stack, if it grew with more than the length. */
    static List<String> endless() {
        int many = 20_000;
        return List.of(
                ">".repeat(many),
                "> ".repeat(many) + "x",
                "- ".repeat(many) + "x",
                "1. ".repeat(many) + "x",
                "[".repeat(many),
                "![".repeat(many),
                "[a](".repeat(many),
                "[](x".repeat(many),
                "*a **b ".repeat(many),
                "*a_ ".repeat(many),
                "***".repeat(many) + "x" + "***".repeat(many),
                "~~a".repeat(many),
                "`".repeat(many),
                "<".repeat(many),
                "<a ".repeat(many),
                "<!--".repeat(many),
                "&#".repeat(many),
                "\\".repeat(many),
                "$".repeat(many),
                "$x_1".repeat(many),
                "$x_1$ ".repeat(many),
                "\\(".repeat(many),
                "\\begin{align}".repeat(many),
                "@".repeat(many),
                "@mira ".repeat(many),
                "2608.10001 ".repeat(many),
                "doi:10.5555/" + "x.".repeat(many),
                "https://".repeat(many),
                "www.x".repeat(many),
                "a@".repeat(many),
                "[x]: y\n".repeat(many),
                "|".repeat(many) + "\n" + "|-".repeat(many) + "\n" + "x\n".repeat(many),
                "|a|b|\n|-|-|\n" + "|1|2|\n".repeat(many),
                "\n".repeat(many),
                "# \n".repeat(many),
                "```\n".repeat(many),
                "x".repeat(many));
    }

    @ParameterizedTest
    @MethodSource("endless")
    void muchOfItTakesNoLongerThanItsLength(String text) {
        String html = check(text);

        assertThat(html.length()).isLessThan(30 * text.length() + 1_000);
    }

    @Test
    void aSmallTextMakesNoLargeTable() {
        int columns = 2_000;
        String text = "|".repeat(columns) + "\n" + "|-".repeat(columns) + "|\n" + "x\n".repeat(2_000);

        assertThat(check(text).length()).isLessThan(200_000);
    }

    private static String check(String text) {
        References.in(text);
        String html = Markup.of(text, SOME).html();
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            assertThat(ELEMENTS).as(text).contains(tag.group("name"));
            check(text, tag.group("name"), tag.group("attributes"));
        }
        assertThat(TAG.matcher(html).replaceAll("").replace("<!-- -->", ""))
                .as("outside of elements, of " + text)
                .doesNotContain("<", ">");
        return html;
    }

    private static void check(String text, String element, String attributes) {
        Matcher attribute = ATTRIBUTE.matcher(attributes);
        while (attribute.find()) {
            switch (element + " " + attribute.group("name")) {
                case "a href" -> assertThat(attribute.group("value")).as(text).matches(HARMLESS);
                case "a rel" -> assertThat(attribute.group("value")).as(text).contains("nofollow", "ugc", "noopener");
                case "span class" ->
                    assertThat(attribute.group("value")).as(text).isEqualTo("math");
                case "span data-display", "ol start" -> {}
                default -> throw new AssertionError(attribute.group() + " in " + element + " of " + text);
            }
        }
        assertThat(ATTRIBUTE.matcher(attributes).replaceAll("").replace("/", ""))
                .as("of " + element + " of " + text)
                .isBlank();
    }
}
