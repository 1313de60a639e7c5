package dev.broadsheet.web.edition;

import dev.broadsheet.account.Person;
import dev.broadsheet.daily.Circle;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.site.Form;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The form of an edition.
 *
 * @param sent whether it was filled in, so that what was typed is shown rather than what is so
 * @param edition as it is now
 * @param begun whether it exists
 * @param whole whether the reader decides on all of it, or on its description only
 */
record EditionFormPage(String heading, Form form, boolean sent, DailyEdition edition, boolean begun, boolean whole) {
    private static final List<Circle> ALL = List.of(Circle.values());

    String value(String field) {
        return sent ? form.text(field) : was(field);
    }

    private String was(String field) {
        return switch (field) {
            case "name" -> edition.name();
            case "address" -> edition.address();
            case "description" -> edition.description();
            case "curators" -> edition.curators().stream().map(Person::name).collect(Collectors.joining(" "));
            case "zone" -> edition.rhythm().zone().getId();
            case "rollover" -> String.valueOf(edition.rhythm().rollover());
            case "categories" -> sorted(edition.candidates().categories());
            case "sources" -> sorted(edition.candidates().sources());
            case "readers" -> edition.access().readers().word();
            case "submitters" -> edition.access().submitters().word();
            case "voters" -> edition.access().voters().word();
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static String sorted(Set<String> words) {
        return String.join(" ", new TreeSet<>(words));
    }

    List<Circle> circles() {
        return ALL;
    }

    List<DayOfWeek> weekdays() {
        return Arrays.asList(DayOfWeek.values());
    }

    boolean appearsOn(DayOfWeek day) {
        return sent
                ? form.texts("weekdays").contains(Form.word(day))
                : edition.rhythm().weekdays().contains(day);
    }
}
