package dev.broadsheet.web.list;

import dev.broadsheet.trending.TrendingSettings;
import dev.broadsheet.web.shared.Card;
import dev.broadsheet.web.shared.Pagination;
import java.util.List;

/** What is trending, as its page shows it. */
record TrendingPage(List<Card> cards, Pagination pagination, TrendingSettings settings) {
    boolean hasMathematics() {
        return cards.stream().anyMatch(Card::hasMathematics);
    }
}
