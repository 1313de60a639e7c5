package dev.broadsheet.discussion;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Catalogue;
import java.nio.file.Path;
import java.time.Clock;

/** Four people write as fast as they can until the process is killed; each comment that is kept is told. */
final class CommentingProcess {
    private CommentingProcess() {}

    public static void main(String[] arguments) {
        Clock clock = Clock.systemUTC();
        Database database = Database.sqlite(Path.of(arguments[0]));
        Catalogue catalogue = new Catalogue(database, Comments.PAPERS);
        People people = new People(database, clock);
        Comments comments = new Comments(catalogue, people, new DiscussionSettings(0, 0, 10_000), clock);
        long paper = catalogue.latest(1).getFirst();
        for (int i = 0; i < 4; i++) {
            Person person = people.byName("writer" + i).orElseThrow();
            Thread.ofPlatform().start(() -> {
                for (int number = 0; ; number++) {
                    String text = person.name() + " at " + System.nanoTime() + ", " + number;
                    if (comments.write(person, paper, null, text) instanceof Outcome.Kept kept) {
                        comments.react(person, kept.comment().number(), Reaction.AGREE, true);
                        System.out.println(kept.comment().number() + " " + text);
                    }
                }
            });
        }
    }
}
