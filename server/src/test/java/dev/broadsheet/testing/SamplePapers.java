package dev.broadsheet.testing;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.paper.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Invented papers, pleasant and unpleasant ones, on the lists of Thursday 13 August and of Monday
 * to Friday, 17 to 21 August 2026.
 */
public final class SamplePapers {
    public static final LocalDate FRIDAY = LocalDate.of(2026, 8, 21);
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 8, 13);
    public static final String MATHEMATICS = "2608.10001";
    public static final String CROWD = "2608.10002";
    public static final String HOSTILE = "2608.10003";
    public static final String MONEY = "2608.10004";
    public static final String WITHDRAWN = "2608.10005";
    public static final String HUGE = "2608.10006";
    public static final String NAMES = "2608.10007";
    public static final String BIDI = "2608.10008";
    public static final String OLD = "hep-th/9901001";
    public static final String TWICE = "2608.10010";

    private static final String LOREM =
            "We ask how far a small press can carry the news of a large field, and answer with a year of measurements."
                    + " Readers were given the same lists in two orders and told us which they would keep. The plain order"
                    + " won more often than we expected, and the reasons they gave were remarkably alike. Code and data"
                    + " are public.";

    private SamplePapers() {}

    public static void addTo(Catalogue catalogue) {
        add(
                catalogue,
                paper(
                                MATHEMATICS,
                                "Sharper $\\ell_p$ Bounds for \\(\\mathcal{O}(n \\log n)\\) Attention over $\\mathbb{R}^d$",
                                "cs.LG")
                        .abstractText(
                                "We prove $$\\sum_{i=1}^{n} \\lVert x_i \\rVert_p^p \\le C_p \\, n^{1-p/2}$$ for every"
                                        + " $p \\in [1, 2]$ and show that the rate 10^{-3} is reached. The constant \\alpha \\approx 0.7"
                                        + " is best possible, as Erd\\H{o}s would have liked.")
                        .authors(List.of(
                                new Author("Mira Oduya", "0000-0002-1825-0097", List.of("Tidewater Institute")),
                                Author.named("Tomas Rehn")))
                        .link(new Link(Link.Kind.CODE, "https://github.com/example/bounds", 1234))
                        .link(Link.to(Link.Kind.PROJECT, "https://example.org/bounds"))
                        .comments("12 pages, 3 figures")
                        .journalReference("J. Invented Res. 7 (2026) 1-12")
                        .licence("http://creativecommons.org/licenses/by/4.0/")
                        .identifier(new Identifier(Scheme.DOI, "10.5555/12345678"))
                        .versions(List.of(
                                new Version(1, new PartialDate("2026-08-19")),
                                new Version(2, new PartialDate("2026-08-20")))),
                on(FRIDAY, 2, 57, 3));
        add(
                catalogue,
                paper(CROWD, "A Catalogue of Everything, by Everyone", "hep-ex")
                        .authors(IntStream.rangeClosed(1, 600)
                                .mapToObj(i -> Author.named("Author Number" + i))
                                .toList()),
                on(FRIDAY, 1, 57, 0));
        add(
                catalogue,
                paper(HOSTILE, "<script>document.title='owned'</script> & \"quotes\" in 'titles'", "cs.CR")
                        .abstractText(
                                "<img src=x onerror=alert(1)> </textarea><script>alert(2)</script> \\href{javascript:alert(3)}{x}"
                                        + " $\\href{javascript:alert(4)}{y}$ and ${jndi:ldap://x} stay text.")
                        .authors(List.of(Author.named("<b>Bold</b> Author"), Author.named("O'Brien & Sons"))),
                on(FRIDAY, 3, 21, 1));
        add(
                catalogue,
                paper(MONEY, "Training for $5: Small Models from $5 to $10", "cs.CL")
                        .abstractText("It costs $5, or US$ 3 million at most; \\$100 buys 50\\% more."),
                on(FRIDAY, 4, 12, 0));
        add(catalogue, paper(WITHDRAWN, "A Result We Take Back", "math.NT").withdrawn(true), on(FRIDAY, 5, 3, 0));
        add(
                catalogue,
                paper(HUGE, "An Abstract without End", "cs.DL").abstractText(LOREM.repeat(100_000 / LOREM.length())),
                on(FRIDAY, 6, 2, 0));
        add(
                catalogue,
                paper(NAMES, "報紙與讀者：一項研究", "cs.HC")
                        .authors(List.of(
                                Author.named("李明"),
                                Author.named("Łukasz Żółć"),
                                Author.named("محمد الأمين"),
                                Author.named("Σοφία Παππά"),
                                Author.named("Jörg Müller"),
                                Author.named("Ng Thị Hồng")))
                        .abstractNote("A summary by the editors, not the authors’ abstract."),
                on(FRIDAY, 7, 1, 0));
        add(
                catalogue,
                paper(BIDI, "Reversed \u202Egnihtyreve\u202C and \u200Fmarks\u200F", "cs.CL"),
                new Appearance("huggingface", FRIDAY, 8, 0, 0, null, null));
        add(
                catalogue,
                Metadata.titled("The Large N Limit of Small Presses")
                        .abstractText(LOREM)
                        .authors(List.of(Author.named("Ada Presswell")))
                        .categories(List.of("hep-th"))
                        .published(new PartialDate("1999"))
                        .identifier(new Identifier(Scheme.ARXIV, OLD)),
                null);
        add(catalogue, Metadata.titled("Measuring What Nobody Has Numbered").abstractText(LOREM), null);
        long twice = add(catalogue, paper(TWICE, "News That Stays News", "cs.IR"), on(FRIDAY.minusDays(1), 1, 8, 2));
        appear(catalogue, twice, on(FRIDAY.minusDays(3), 2, 30, 4));
        for (int i = 0; i < 20; i++) {
            add(
                    catalogue,
                    paper(
                                    "2608.2%04d".formatted(i),
                                    "Study %d of Reading on a Small Machine".formatted(i + 1),
                                    i % 3 == 0 ? "cs.AI" : "cs.CV")
                            .keywords(List.of("reading", "machines"))
                            .synopsis(i % 2 == 0 ? "Small machines read well." : null),
                    on(i < 4 ? FIRST_DAY : FRIDAY.minusDays(1 + i % 4), 3 + i, 40 - i, i % 3));
        }
    }

    private static MetadataBuilder paper(String arxiv, String title, String category) {
        return Metadata.titled(title)
                .abstractText(LOREM)
                .authors(List.of(Author.named("Ada Presswell"), Author.named("Ben Columner"), Author.named("Chen Wei")))
                .categories(List.of(category, "stat.ML"))
                .published(new PartialDate("2026-08-19"))
                .identifier(new Identifier(Scheme.ARXIV, arxiv));
    }

    private static Appearance on(LocalDate day, int position, int votes, int comments) {
        return new Appearance("huggingface", day, position, votes, comments, "adak", "Ada K");
    }

    private static long add(Catalogue catalogue, MetadataBuilder paper, @Nullable Appearance appearance) {
        long number = catalogue.write(writer -> writer.add(paper.build(), Instant.parse("2026-08-21T10:00:00Z")));
        if (appearance != null) {
            appear(catalogue, number, appearance);
        }
        return number;
    }

    private static void appear(Catalogue catalogue, long number, Appearance appearance) {
        catalogue.write(writer -> writer.appear(number, appearance));
    }
}
