package dev.broadsheet.search.lucene;

import dev.broadsheet.search.follower.SearchEngine;
import java.nio.file.Path;
import java.util.Random;

/** Changes a catalogue and follows it until it is killed: {@link CrashTest} starts it. */
final class FollowingProcess {
    private FollowingProcess() {}

    /** @param arguments the folder, a seed, and {@code counts} where little but counts is to change */
    @SuppressWarnings("InfiniteLoopStatement")
    public static void main(String[] arguments) {
        Random random = new Random(Long.parseLong(arguments[1]));
        Shelf shelf = new Shelf(Path.of(arguments[0]));
        SearchEngine engine = shelf.engine();
        System.out.println("started");
        while (true) {
            shelf.change(random, arguments[2].equals("counts") ? 1 : 1 + random.nextInt(40));
            if (arguments[2].equals("counts")) {
                for (int i = 0; i < 20; i++) {
                    shelf.count(random, 1 + random.nextInt(200));
                    for (int vote = random.nextInt(40); vote > 0; vote--) {
                        shelf.vote(random);
                    }
                    boolean more = shelf.counts.carrySomeOver();
                    if (more && random.nextBoolean()) {
                        shelf.counts.carryOver();
                    }
                }
            }
            switch (random.nextInt(12)) {
                case 0 -> engine.rebuild(applied -> {});
                case 1 -> {
                    engine.close();
                    engine = shelf.engine();
                }
                case 2, 3, 4 -> shelf.assertAgrees(engine, "while running");
                default -> {}
            }
        }
    }
}
