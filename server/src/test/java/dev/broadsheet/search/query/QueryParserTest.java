package dev.broadsheet.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.query.Condition.All;
import dev.broadsheet.search.query.Condition.Any;
import dev.broadsheet.search.query.Condition.By;
import dev.broadsheet.search.query.Condition.Category;
import dev.broadsheet.search.query.Condition.Days;
import dev.broadsheet.search.query.Condition.Named;
import dev.broadsheet.search.query.Condition.Not;
import dev.broadsheet.search.query.Condition.Part;
import dev.broadsheet.search.query.Condition.Phrase;
import dev.broadsheet.search.query.Condition.WithCode;
import dev.broadsheet.search.query.Condition.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "graph neural networks",
                "why do networks generalise?",
                "(graph networks)",
                "((graph) (networks))",
                "()",
                "( )",
                "-",
                "- graph",
                "--graph",
                "-(",
                "-)",
                "-\"",
                "-\"graph",
                "state-of-the-art",
                "\"unbalanced",
                "title:\"unbalanced words",
                "a 5\" disk and a 3\" one",
                "\"\"",
                "\"  \" words",
                "(unbalanced",
                "unbalanced)",
                "((((((((",
                "))))",
                ")(",
                "OR",
                "OR graph",
                "graph OR",
                "OR OR OR",
                "graph OR OR OR",
                "(OR)",
                "graph or network",
                "cats AND dogs NOT birds",
                "O(n log n)",
                "\\mathcal{O}(n \\log n)",
                "f(x) = (a + b)",
                "unknown:field",
                "https://example.org/page",
                "arXiv:1706.03762",
                "doi:10.1234/abc",
                "Title: a Subtitle",
                "title: graph",
                "title:",
                "title:\"\"",
                "title:\" \"",
                "author:",
                "year:soon",
                "year:24",
                "year:20240",
                "year:2024-05",
                "year:2020-20",
                "year:2020-2023-",
                "year:999",
                "after:yesterday",
                "after:2024-13",
                "before:2024-02-30",
                "has:data",
                "has:",
                "*",
                "+graph",
                "(a+)+$",
                "@article{vaswani2017, title = \"Attention\", year = \"2017\"}",
                "😀 🤖",
                "\u202e\u200f graph"
            })
    void whatIsNoSyntaxIsWords(String query) {
        assertThat(QueryParser.parse(query)).isEqualTo(new ParsedQuery(query, null));
    }

    @Test
    void aSignBehindAPhraseIsPartOfTheText() {
        assertThat(QueryParser.parse("\"closed form\"-like"))
                .isEqualTo(parsed("closed form -like", phrase("closed form")));
    }

    @Test
    void aPhraseIsAConditionAndItsWordsOrderTheAnswers() {
        assertThat(QueryParser.parse("deep \"neural collapse\" theory"))
                .isEqualTo(parsed("deep neural collapse theory", phrase("neural collapse")));
        assertThat(QueryParser.parse("“neural collapse”"))
                .isEqualTo(parsed("neural collapse", phrase("neural collapse")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What are \"normal\" human vitamin levels?",
                "We show that \"neural collapse\" -as it is called- occurs in networks of any depth.",
                "articles on text formatting systems including \"what you see is what you get\" systems and others like them"
            })
    void aSentenceQuotesAndDashesWithoutMeaningSyntax(String sentence) {
        assertThat(QueryParser.parse(sentence)).isEqualTo(new ParsedQuery(sentence, null));
    }

    @Test
    void aLongQueryThatNamesAFieldOrAnOrMeansItsSigns() {
        String words = "one two three four five six seven eight nine ten eleven twelve";

        assertThat(QueryParser.parse(words + " -x year:2024").condition()).isInstanceOf(All.class);
        assertThat(QueryParser.parse(words + " -x -title:y").condition()).isInstanceOf(All.class);
        assertThat(QueryParser.parse(words + " OR \"a b\"").condition()).isInstanceOf(Any.class);
        assertThat(QueryParser.parse("\"neural collapse\" -images.").condition())
                .isInstanceOf(All.class);
    }

    @Test
    void excludedWordsDoNotOrderTheAnswers() {
        assertThat(QueryParser.parse("graph -neural")).isEqualTo(parsed("graph", not(words("neural"))));
        assertThat(QueryParser.parse("-state-of-the-art")).isEqualTo(parsed("", not(words("state-of-the-art"))));
        assertThat(QueryParser.parse("-\"neural collapse\" graph"))
                .isEqualTo(parsed("graph", not(phrase("neural collapse"))));
        assertThat(QueryParser.parse("-author:hinton -cat:cs.*"))
                .isEqualTo(parsed("", new All(List.of(not(new By("hinton")), not(new Category("cs.*"))))));
        assertThat(QueryParser.parse("-(graph networks) sets")).isEqualTo(parsed("sets", not(words("graph networks"))));
    }

    @Test
    void fieldsAreKnownInAnyCase() {
        assertThat(QueryParser.parse("Title:graph ABSTRACT:\"neural net\" aUthor:\"J. Nuñez\""))
                .isEqualTo(parsed(
                        "graph neural net",
                        new All(List.of(
                                new Words(Part.TITLE, "graph"),
                                new Phrase(Part.ABSTRACT, "neural net"),
                                new By("J. Nuñez")))));
        assertThat(QueryParser.parse("cat:cs.CL")).isEqualTo(parsed("", new Category("cs.CL")));
        assertThat(QueryParser.parse("has:CODE")).isEqualTo(parsed("", new WithCode()));
        assertThat(QueryParser.parse("id:10.1016/S0022-2836(05)80360-2"))
                .isEqualTo(parsed("", new Named("10.1016/S0022-2836(05)80360-2")));
    }

    @Test
    void datesAreDaysMonthsOrYears() {
        assertThat(days("year:2024")).isEqualTo(new Days(day("2024-01-01"), day("2024-12-31")));
        assertThat(days("year:2020-2023")).isEqualTo(new Days(day("2020-01-01"), day("2023-12-31")));
        assertThat(days("after:2024")).isEqualTo(new Days(day("2024-01-01"), null));
        assertThat(days("after:2024-05")).isEqualTo(new Days(day("2024-05-01"), null));
        assertThat(days("after:2024-05-17")).isEqualTo(new Days(day("2024-05-17"), null));
        assertThat(days("before:2024")).isEqualTo(new Days(null, day("2023-12-31")));
        assertThat(days("before:2024-05")).isEqualTo(new Days(null, day("2024-04-30")));
        assertThat(days("before:2024-05-17")).isEqualTo(new Days(null, day("2024-05-16")));
    }

    @Test
    void eachSideOfAnOrNeedsAllItsWords() {
        assertThat(QueryParser.parse("graph network OR transformer"))
                .isEqualTo(parsed(
                        "graph network transformer", new Any(List.of(words("graph network"), words("transformer")))));
        assertThat(QueryParser.parse("survey (graph OR \"neural net\") -images"))
                .isEqualTo(parsed(
                        "survey graph neural net",
                        new All(List.of(
                                new Any(List.of(words("graph"), phrase("neural net"))), not(words("images"))))));
        assertThat(QueryParser.parse("a OR OR b"))
                .isEqualTo(parsed("a OR b", new Any(List.of(words("a OR"), words("b")))));
        assertThat(QueryParser.parse("(O(n log n) OR sorting)"))
                .isEqualTo(parsed("O(n log n) sorting", new Any(List.of(words("O(n log n)"), words("sorting")))));
        assertThat(QueryParser.parse("-(a OR b)")).isEqualTo(parsed("", not(new Any(List.of(words("a"), words("b"))))));
        assertThat(QueryParser.parse("(title:graph network)"))
                .isEqualTo(parsed("graph network", new All(List.of(words("network"), new Words(Part.TITLE, "graph")))));
    }

    @Test
    void groupsTooDeepAreWords() {
        int deep = 3 * Parentheses.DEEPEST;
        ParsedQuery parsed = QueryParser.parse("(".repeat(deep) + "a OR b" + ")".repeat(deep));

        int words = deep - Parentheses.DEEPEST;
        assertThat(parsed.condition())
                .isEqualTo(new Any(List.of(words("( ".repeat(words) + "a"), words("b" + " )".repeat(words)))));
    }

    @Test
    void conditionsTooManyAreWords() {
        ParsedQuery parsed =
                QueryParser.parse("title:a ".repeat(2 * Lexer.MOST_CONDITIONS).strip());

        assertThat(parsed.condition())
                .isInstanceOfSatisfying(
                        All.class, all -> assertThat(all.conditions()).hasSize(Lexer.MOST_CONDITIONS));
        assertThat(parsed.text()).contains(" a title:a").startsWith("a a ");
    }

    @Test
    void whatIsPrintedIsReadBack() {
        for (long seed = 0; seed < 2_000; seed++) {
            Printed printed = new Printed(new Random(seed));
            String query = printed.query();
            assertThat(QueryParser.parse(query)).as("seed %d: %s", seed, query).isEqualTo(printed.meaning());
        }
    }

    @Test
    void anyTextIsUnderstood() {
        String signs = "\"()-:OR \\{}$*title:author:year:2024has:code“”\n\t😀é\u202e\ud83d\0ab";
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            StringBuilder query = new StringBuilder();
            random.ints(random.nextInt(60), 0, signs.length()).forEach(i -> {
                int length = Math.min(signs.length() - i, 1 + random.nextInt(6));
                query.append(signs, i, i + length);
            });
            ParsedQuery parsed = QueryParser.parse(query.toString());
            if (parsed.condition() == null) {
                assertThat(parsed.text()).as("seed %d", seed).isEqualTo(query.toString());
            }
        }
    }

    @Test
    void textWithoutSignsIsWords() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            StringBuilder query = new StringBuilder();
            random.ints(random.nextInt(80), 0, 0x3000)
                    .filter(point -> "\"“”„():-".indexOf(point) < 0)
                    .map(point -> point == 'O' ? 'o' : point)
                    .forEach(query::appendCodePoint);
            assertThat(QueryParser.parse(query.toString()))
                    .as("seed %d", seed)
                    .isEqualTo(new ParsedQuery(query.toString(), null));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"", "(", ")", "a OR ", "-(", "(a OR ", "title:\"", "\"\" ", "year:\" ", "O(", "{", "\\", "-\"a"
            })
    void longMischiefIsUnderstoodWithinTheLimits(String piece) {
        ParsedQuery parsed = QueryParser.parse(piece.repeat(100_000));

        assertThat(leaves(parsed.condition())).isLessThanOrEqualTo(2 * Lexer.MOST_CONDITIONS);
    }

    private static int leaves(@org.jspecify.annotations.Nullable Condition condition) {
        return switch (condition) {
            case null -> 0;
            case All all ->
                all.conditions().stream().mapToInt(QueryParserTest::leaves).sum();
            case Any any ->
                any.conditions().stream().mapToInt(QueryParserTest::leaves).sum();
            case Not not -> leaves(not.condition());
            default -> 1;
        };
    }

    private static @org.jspecify.annotations.Nullable Condition days(String query) {
        ParsedQuery parsed = QueryParser.parse(query);
        assertThat(parsed.text()).isEmpty();
        return parsed.condition();
    }

    private static ParsedQuery parsed(String text, Condition condition) {
        return new ParsedQuery(text, condition);
    }

    private static Condition words(String text) {
        return new Words(Part.ANYWHERE, text);
    }

    private static Condition phrase(String text) {
        return new Phrase(Part.ANYWHERE, text);
    }

    private static Condition not(Condition condition) {
        return new Not(condition);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
