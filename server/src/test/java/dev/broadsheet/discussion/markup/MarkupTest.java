package dev.broadsheet.discussion.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {
    private static final References NOBODY = new References(Set.of(), Set.of());
    private static final References SOME = new References(
            Set.of("mira", "tomas-2"), Set.of("2608.10001", "arXiv:hep-th/9901001", "doi:10.5555/12345678"));

    @Test
    void markdownIsRead() {
        assertThat(html("A *small* **press**, ~~no~~ `code`.\n\n- one\n- two\n\n> said\n\n3. three"))
                .isEqualTo("<p>A <em>small</em> <strong>press</strong>, <del>no</del> <code>code</code>.</p>\n"
                        + "<ul><li>one</li><li>two</li></ul>\n<blockquote>\n<p>said</p>\n</blockquote>\n"
                        + "<ol start=\"3\"><li>three</li></ol>\n");
        assertThat(html("| a | b |\n|---|---|\n| 1 | 2 |")).contains("<th>a</th>", "<td>2</td>");
        assertThat(html("    indented\n\n```java\nfenced < 1\n```"))
                .isEqualTo("<pre><code>indented\n</code></pre>\n<pre><code>fenced &lt; 1\n</code></pre>\n");
    }

    @Test
    void lineEndsStayAndHeadingsAreBold() {
        assertThat(html("one\ntwo")).isEqualTo("<p>one<br />\ntwo</p>\n");
        assertThat(html("# Big\n\n###### small"))
                .isEqualTo("<p><strong>Big</strong></p>\n<p><strong>small</strong></p>\n");
    }

    @Test
    void linksSayThatWeDoNotVouchForThem() {
        assertThat(html("[x](https://example.org/?a=1&b=2) https://example.com <mailto:a@example.org>"))
                .contains("href=\"https://example.org/?a&#61;1&amp;b&#61;2\"")
                .contains("href=\"https://example.com\"")
                .contains("href=\"mailto:a&#64;example.org\"");
        for (String text :
                Set.of("[x](https://example.org)", "https://example.org", "[x](/status)", "@mira", "2608.10001")) {
            assertThat(Markup.of(text, SOME).html())
                    .as(text)
                    .containsPattern(
                            "<a href=\"[^\"]+\" rel=\"(?=[^\"]*nofollow)(?=[^\"]*ugc)(?=[^\"]*noopener)[^\"]+\">");
        }
    }

    @Test
    void picturesAreLinks() {
        assertThat(html("![a figure](https://example.org/x.png)"))
                .contains(">a figure</a>", "href=\"https://example.org/x.png\"")
                .doesNotContain("<img");
        assertThat(html("![](https://example.org/x.png)")).contains(">https://example.org/x.png</a>");
    }

    @Test
    void linksThatLeadElsewhereAreCounted() {
        assertThat(Markup.of("[a](https://x.org) https://y.org ![z](//z.org) [own](/status) @mira", SOME)
                        .outsideLinks())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We have $x_1 * y_2 * z$ | x_1 * y_2 * z",
                "and $$\\sum_i a_i$$ here | \\sum_i a_i",
                "so \\(a \\le b\\) holds | a \\le b",
                "\\[ a < b \\] | a < b",
                "**bold $a_b$ too** | a_b",
                "[$x^2$](https://example.org) | x^2",
            })
    void mathematicsIsLeftAlone(String text, String formula) {
        Markup markup = Markup.of(text, NOBODY);

        assertThat(markup.mathematics()).isTrue();
        assertThat(unescaped(markup.html()))
                .containsPattern("<span class=\"math\"[^>]*>" + Pattern.quote(formula) + "</span>");
    }

    @Test
    void displayedMathematicsMayLookLikeMarkdown() {
        assertThat(unescaped(html("before\n\n$$\n- a_1 \\\\\n+ b_2 * c_3\n= # d\n$$\n\nafter")))
                .contains("<span class=\"math\" data-display=\"true\">- a_1 \\\\\n+ b_2 * c_3\n= # d</span>");
        assertThat(unescaped(html("> as they say\n> $$\n> a = b\n> $$")))
                .contains("<blockquote>", "<span class=\"math\" data-display=\"true\">a = b</span>");
        assertThat(unescaped(html("| $a|b$ | c |\n|---|---|\n| $x^2$ | y |"))).contains(">a|b</span>", ">x^2</span>");
    }

    @Test
    void moneyAndCodeAreNoMathematics() {
        for (String text : Set.of(
                "It costs $5 or $10.",
                "`$x_1$`",
                "```\n$x_1$\n```",
                "``a ` $x_1$ ``",
                "\\$x_1\\$",
                "> ~~~\n> $x_1$\n> ~~~")) {
            assertThat(Markup.of(text, NOBODY).mathematics()).as(text).isFalse();
        }
        assertThat(html("`$x_1$` and $y_1$")).contains("<code>$x_1$</code>", ">y_1</span>");
        assertThat(html("    $x_1$")).contains("$x_1$");
        assertThat(html("https://example.org/$x_1$")).contains("href=\"https://example.org/$x_1$\"");
    }

    @Test
    void whoIsMentionedIsALink() {
        assertThat(Markup.of("@Mira, see @tomas-2. Not @nobody, me@mira or `@mira`.", SOME)
                        .html())
                .contains("href=\"/people/mira\"", ">&#64;Mira</a>, see", "href=\"/people/tomas-2\"", "Not &#64;nobody")
                .contains("<code>&#64;mira</code>");
        assertThat(References.in("@Mira and `@code` and [@link](https://x.org) and (@tomas-2)!")
                        .names())
                .containsExactlyInAnyOrder("mira", "tomas-2");
    }

    @Test
    void papersThatAreHereAreLinks() {
        assertThat(Markup.of(
                                "See 2608.10001, arXiv: hep-th/9901001, doi:10.5555/12345678 and /papers/2608.10001; not 2608.99999 or 12608.10001.",
                                SOME)
                        .html())
                .contains(">2608.10001</a>,", ">arXiv: hep-th/9901001</a>,", ">/papers/2608.10001</a>;")
                .contains("href=\"/papers/doi:10.5555/12345678\"")
                .contains("not 2608.99999 or 12608.10001.");
        assertThat(References.in("arXiv:2608.10001v2 b-abcdefghij https://arxiv.org/abs/2608.10002")
                        .papers())
                .containsExactlyInAnyOrder("arXiv:2608.10001v2", "b-abcdefghij");
    }

    private static String html(String text) {
        return Markup.of(text, NOBODY).html();
    }

    private static String unescaped(String html) {
        return html.replace("&#61;", "=")
                .replace("&#43;", "+")
                .replace("&lt;", "<")
                .replace("<!-- -->", "");
    }
}
