package dev.broadsheet.site;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was filled in. It keeps what was typed, so that it can be shown again with what is wrong beside it, and
 * reads the fields: each that cannot be read adds an error and gives what its method says. For one thread.
 */
public final class Form {
    private static final int LAST_YEAR = 9999;

    private final Request request;
    private final List<FieldError> errors = new ArrayList<>();

    Form(Request request) {
        this.request = request;
    }

    /** What was typed, without the blanks around it; empty where nothing was. */
    public String text(String field) {
        return request.parameter(field).orElse("").strip();
    }

    /** What was typed, as it was: a password may begin with a blank. */
    public String verbatim(String field) {
        return request.parameter(field).orElse("");
    }

    /** All that was typed or chosen under one name. */
    public List<String> texts(String field) {
        return request.parameters(field);
    }

    /** Whether a box was ticked. */
    public boolean isTicked(String field) {
        return !text(field).isEmpty();
    }

    /**
     * A day, or null where none was typed or it cannot be read.
     *
     * @param name of the field, as a sentence begins with it: "The first day"
     */
    public @Nullable LocalDate day(String field, String name) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (Math.abs(day.getYear()) <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // Said below, as for a year that nobody means.
        }
        refuse(field, name + ", “" + text + "”, is not a date. Write it as year-month-day: 2026-08-21.");
        return null;
    }

    /**
     * One of several; what nothing or nothing known was chosen for is {@code otherwise}.
     *
     * @param name of the field, as it stands in a sentence: "order"
     */
    public <E extends Enum<E>> E choice(String field, String name, E otherwise) {
        String text = text(field);
        E[] choices = otherwise.getDeclaringClass().getEnumConstants();
        for (E choice : choices) {
            if (word(choice).equalsIgnoreCase(text)) {
                return choice;
            }
        }
        if (!text.isEmpty()) {
            List<String> words = Arrays.stream(choices).map(Form::word).toList();
            refuse(
                    field,
                    "The " + name + " is " + String.join(", ", words.subList(0, words.size() - 1)) + " or "
                            + words.getLast() + ", not “" + text + "”.");
        }
        return otherwise;
    }

    /** A constant as a form has it. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Adds an error that was found otherwise.
     *
     * @param message a whole sentence
     */
    public void refuse(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /** Whether all that was read so far could be. */
    public boolean isSound() {
        return errors.isEmpty();
    }

    /** What is wrong, in the order in which it was found. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** What is wrong with one field, or null. */
    public @Nullable String error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }
}
