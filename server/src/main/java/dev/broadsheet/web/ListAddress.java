package dev.broadsheet.web;

import dev.broadsheet.daily.DailyList.Choice;
import dev.broadsheet.daily.Period;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Where a list, or a page of it, is found.
 *
 * @param page counted from 0
 */
record ListAddress(Period period, Choice choice, int page) {
    /** Longer ones name no category. */
    private static final int LONGEST_CATEGORY = 100;

    static ListAddress of(Period period, ServerRequest request) {
        String page = request.param("p").orElse("0");
        String category = request.param("category")
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_CATEGORY)
                .orElse(null);
        return new ListAddress(
                period,
                new Choice(request.param("all").filter("1"::equals).isPresent(), category),
                page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0);
    }

    ListAddress of(Period other) {
        return new ListAddress(other, choice, 0);
    }

    ListAddress in(@Nullable String category) {
        return new ListAddress(period, new Choice(choice.all(), category), 0);
    }

    /** The categories of the two kinds of list differ, so none stays chosen. */
    ListAddress all(boolean all) {
        return new ListAddress(period, new Choice(all, null), 0);
    }

    ListAddress at(int other) {
        return new ListAddress(period, choice, other);
    }

    String href() {
        List<String> parameters = new ArrayList<>();
        if (choice.all()) {
            parameters.add("all=1");
        }
        if (choice.category() != null) {
            parameters.add("category=" + URLEncoder.encode(choice.category(), StandardCharsets.UTF_8));
        }
        if (page > 0) {
            parameters.add("p=" + page);
        }
        return ListPages.href(period) + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }
}
