package dev.broadsheet.program;

import dev.broadsheet.account.PersonalData;
import dev.broadsheet.installation.SettingsReader;
import dev.broadsheet.paper.PaperReference;
import dev.broadsheet.room.Room;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the table of contents: a room that reads its settings while nothing is open yet, so that the mistakes of
 * all rooms are told at once, and is opened later, if it is needed at all.
 *
 * @param settings reads the room's own settings and returns what opens the room
 * @param references the columns of the room's tables that hold numbers of papers
 * @param personalData makes what tells the room that something happens to a person; null where it keeps nothing of people
 */
record Chapter(
        Function<SettingsReader, Function<Program, Room>> settings,
        List<PaperReference> references,
        @Nullable Function<Program, PersonalData> personalData) {

    /** A room without settings of its own. */
    static Chapter of(Function<Program, Room> room) {
        return new Chapter(settings -> room, List.of(), null);
    }

    /** A room with settings of its own. */
    static <S> Chapter of(Function<SettingsReader, S> settings, BiFunction<S, Program, Room> room) {
        return new Chapter(
                reader -> {
                    S own = settings.apply(reader);
                    return program -> room.apply(own, program);
                },
                List.of(),
                null);
    }

    /** The same for a room whose tables point at papers. */
    Chapter pointingAtPapers(List<PaperReference> columns) {
        return new Chapter(settings, columns, personalData);
    }

    /** The same for a room that keeps something of people; made without opening the room. */
    Chapter keeping(Function<Program, PersonalData> data) {
        return new Chapter(settings, references, data);
    }
}
