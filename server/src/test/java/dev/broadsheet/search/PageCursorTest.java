package dev.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.search.engine.SortKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageCursorTest {
    @Test
    void itComesBackFromAnAddress() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            PageCursor cursor = random.nextBoolean()
                    ? new PageCursor.InRanking(random.nextLong(), 1 + random.nextInt(1_000), random.nextLong())
                    : new PageCursor.InList(
                            new SortKey(random.nextInt(), random.nextInt(), random.nextLong()), 1 + random.nextInt(9));
            String text = PageCursor.text(cursor, request("graph", null).question());
            assertThat(text).hasSizeLessThan(60).matches("[A-Za-z0-9_-]+");
            assertThat(request("graph", text).pageCursor()).isEqualTo(cursor);
            assertThat(request("graph", text).isCursorSound()).isTrue();
        }
        assertThat(request("graph", null).isCursorSound()).isTrue();
    }

    @Test
    void itBelongsToItsRequestOnly() {
        Filters filters = new Filters(
                new LinkedHashSet<>(List.of("cs.CL", "cs.LG")), LocalDate.of(2026, 1, 1), null, Set.of("arxiv"), true);
        SearchRequest asked = request("graph", filters, Ranking.FULL, Order.RELEVANCE, null);
        String text = PageCursor.text(new PageCursor.InRanking(1, 30, 9), asked.question());

        Filters same = new Filters(
                new LinkedHashSet<>(List.of("cs.LG", "cs.CL")), LocalDate.of(2026, 1, 1), null, Set.of("arxiv"), true);
        assertThat(request("  graph ", same, Ranking.FULL, Order.RELEVANCE, text)
                        .isCursorSound())
                .isTrue();

        for (SearchRequest other : List.of(
                request("graphs", filters, Ranking.FULL, Order.RELEVANCE, text),
                request("graph", filters, Ranking.WORDS, Order.RELEVANCE, text),
                request("graph", filters, Ranking.FULL, Order.VOTES, text),
                request("graph", Filters.NONE, Ranking.FULL, Order.RELEVANCE, text))) {
            assertThat(other.isCursorSound()).as(other.toString()).isFalse();
        }
    }

    @Test
    void brokenAndMadeUpOnesAreNone() {
        String sound = PageCursor.text(
                new PageCursor.InRanking(1, 30, 9), request("graph", null).question());
        List<String> broken = new ArrayList<>(List.of(
                "",
                " ",
                "0",
                "30",
                "-1",
                "null",
                "😀",
                "\0",
                "../..",
                "a".repeat(1_000_000),
                sound + "A",
                sound + "=="));
        for (int length = 0; length < sound.length(); length++) {
            broken.add(sound.substring(0, length));
            char other = sound.charAt(length) == 'A' ? 'B' : 'A';
            // The last character holds bits that mean nothing.
            if (length < sound.length() - 1) {
                broken.add(sound.substring(0, length) + other + sound.substring(length + 1));
            }
        }
        Random random = new Random(2);
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            broken.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        for (String text : broken) {
            assertThat(request("graph", text).isCursorSound()).as(text).isFalse();
        }
        // Nobody was ever given one that leads to nowhere.
        for (int offset : new int[] {0, -5, Integer.MIN_VALUE}) {
            String text = PageCursor.text(
                    new PageCursor.InRanking(1, offset, 9),
                    request("graph", null).question());
            assertThat(request("graph", text).isCursorSound()).isFalse();
        }
    }

    private static SearchRequest request(String query, @Nullable String cursor) {
        return request(query, Filters.NONE, Ranking.FULL, Order.RELEVANCE, cursor);
    }

    private static SearchRequest request(
            String query, Filters filters, Ranking ranking, Order order, @Nullable String cursor) {
        return new SearchRequest(query, 30, filters, ranking, order, cursor, false);
    }
}
