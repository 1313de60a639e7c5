package dev.broadsheet.web.edition;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.daily.Circle;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.DailyEdition.Access;
import dev.broadsheet.daily.DailyEdition.Candidates;
import dev.broadsheet.daily.Rhythm;
import dev.broadsheet.site.Form;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what was typed of an edition; what cannot be read is said beside its field. For one thread. */
final class EditionFields {
    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_DESCRIPTION = 2000;
    private static final int MOST_WORDS = 100;
    private static final int LONGEST_WORD = 100;

    private final Form form;
    private final People people;

    EditionFields(Form form, People people) {
        this.form = form;
        this.people = people;
    }

    /** The part of the address of an edition that begins. */
    String address() {
        String address = form.text("address");
        if (!ADDRESS.matcher(address).matches()) {
            form.refuse(
                    "address",
                    "An address is made of 2 to 40 lower-case letters, digits and hyphens, and does not begin with a"
                            + " hyphen: vision-club.");
        }
        return address;
    }

    /** All of an edition that an admin decides. */
    DailyEdition all(DailyEdition before) {
        return new DailyEdition(
                before.number(),
                before.address(),
                before.isDefault() ? before.name() : name(),
                description(),
                new Access(
                        before.isDefault() ? Circle.ALL : form.choice("readers", "circle of readers", Circle.ALL),
                        form.choice("submitters", "circle of those who submit", Circle.MEMBERS),
                        form.choice("voters", "circle of those who vote", Circle.MEMBERS)),
                new Rhythm(before.isDefault() ? before.rhythm().zone() : zone(before), rollover(), weekdays(before)),
                new Candidates(words("categories"), words("sources")),
                curators());
    }

    String description() {
        String description = form.text("description");
        if (description.length() > LONGEST_DESCRIPTION) {
            form.refuse("description", "The description has more than " + LONGEST_DESCRIPTION + " characters.");
        }
        return description;
    }

    private String name() {
        String name = form.text("name");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            form.refuse("name", "A name has 1 to " + LONGEST_NAME + " characters.");
        }
        return name;
    }

    private ZoneId zone(DailyEdition before) {
        String zone = form.text("zone");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            form.refuse("zone", "“" + zone + "” is not a time zone. Write one as Europe/Berlin.");
            return before.rhythm().zone();
        }
    }

    private int rollover() {
        String hour = form.text("rollover");
        if (hour.matches("\\d|1\\d|2[0-3]")) {
            return Integer.parseInt(hour);
        }
        form.refuse("rollover", "The hour is a whole number from 0 to 23.");
        return 0;
    }

    private Set<DayOfWeek> weekdays(DailyEdition before) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (form.texts("weekdays").contains(Form.word(day))) {
                days.add(day);
            }
        }
        if (days.isEmpty()) {
            form.refuse("weekdays", "Choose at least one day of the week.");
            return before.rhythm().weekdays();
        }
        return days;
    }

    private Set<String> words(String field) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : form.text(field).split("[\\s,]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        if (words.size() > MOST_WORDS || words.stream().anyMatch(word -> word.length() > LONGEST_WORD)) {
            form.refuse(field, "Write at most " + MOST_WORDS + " words, with blanks between them.");
        }
        return words;
    }

    private List<Person> curators() {
        List<Person> curators = new ArrayList<>();
        for (String name : Arrays.asList(form.text("curators").split("[\\s,]+"))) {
            Optional<Person> person = name.isEmpty() ? Optional.empty() : people.byName(name);
            if (person.isPresent()) {
                curators.add(person.get());
            } else if (!name.isEmpty()) {
                form.refuse("curators", "Nobody here has the user name “" + name + "”.");
            }
        }
        return curators;
    }
}
