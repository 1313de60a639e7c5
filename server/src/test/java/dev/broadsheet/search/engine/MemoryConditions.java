package dev.broadsheet.search.engine;

import dev.broadsheet.paper.Identifiers;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.analysis.NameKey;
import dev.broadsheet.search.analysis.TextAnalysis;
import dev.broadsheet.search.analysis.TextAnalysis.Placed;
import dev.broadsheet.search.engine.IndexChange.Written;
import dev.broadsheet.search.query.Condition;
import dev.broadsheet.search.query.Condition.Part;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Conditions as they read. */
final class MemoryConditions {
    private MemoryConditions() {}

    static boolean isMet(Condition condition, Written paper) {
        return switch (condition) {
            case Condition.All all -> all.conditions().stream().allMatch(one -> isMet(one, paper));
            case Condition.Any any -> any.conditions().stream().anyMatch(one -> isMet(one, paper));
            case Condition.Not not -> !isMet(not.condition(), paper);
            case Condition.Words words -> stems(text(words.part(), paper)).containsAll(stems(words.text()));
            case Condition.Phrase phrase ->
                Collections.indexOfSubList(stems(text(phrase.part(), paper)), stems(phrase.text())) >= 0;
            case Condition.By by -> {
                List<String> parts = List.of(NameKey.parts(by.author()));
                yield MemoryView.names(paper)
                        .anyMatch(name -> Arrays.asList(NameKey.parts(name)).containsAll(parts));
            }
            case Condition.Category category ->
                isIn(
                        paper,
                        category.code().contains(".")
                                ? Set.of(category.code())
                                : Set.of(category.code(), category.code() + ".*"));
            case Condition.InCategories in -> isIn(paper, in.codes());
            case Condition.FromSources from -> paper.sources().stream().anyMatch(from.sources()::contains);
            case Condition.Days days -> {
                PartialDate day = paper.paper().metadata().day();
                LocalDate first = day == null ? null : day.firstDay();
                yield first != null
                        && (days.from() == null || !first.isBefore(days.from()))
                        && (days.until() == null || !first.isAfter(days.until()));
            }
            case Condition.WithCode code -> hasCode(paper);
            case Condition.Named named ->
                paper.paper().id().value().equals(named.identifier())
                        || Identifiers.recognise(named.identifier())
                                .filter(paper.paper().metadata().identifiers()::contains)
                                .isPresent();
        };
    }

    static boolean hasCode(Written paper) {
        return paper.paper().metadata().links().stream()
                .anyMatch(link -> link.kind() == Link.Kind.CODE || link.stars() != null);
    }

    private static boolean isIn(Written paper, Set<String> codes) {
        return paper.paper().metadata().categories().stream()
                .map(category -> category.toLowerCase(Locale.ROOT))
                .anyMatch(category -> codes.stream()
                        .map(code -> code.toLowerCase(Locale.ROOT))
                        .anyMatch(code -> code.equals(category) || code.equals(category.split("\\.", 2)[0] + ".*")));
    }

    private static String text(Part part, Written paper) {
        String title = paper.paper().metadata().title();
        String text = paper.paper().metadata().abstractText();
        return switch (part) {
            case ANYWHERE -> title + " " + text;
            case TITLE -> title;
            case ABSTRACT -> text;
        };
    }

    private static List<String> stems(String text) {
        return TextAnalysis.placed(text).stream().map(Placed::stem).toList();
    }
}
