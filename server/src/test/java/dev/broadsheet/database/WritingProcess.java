package dev.broadsheet.database;

import java.nio.file.Path;

/** Writes one transaction of some length after the other until it is killed. */
final class WritingProcess {
    private WritingProcess() {}

    public static void main(String[] arguments) {
        try (Database database = Database.sqlite(Path.of(arguments[0]))) {
            for (long i = 0; ; i++) {
                long turn = i;
                database.write(transaction -> {
                    transaction.execute(
                            "insert into follower (name, revision) values ('turns', ?)"
                                    + " on conflict (name) do update set revision = excluded.revision",
                            turn);
                    long end = System.nanoTime() + 30_000_000;
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    return turn;
                });
                if (i == 0) {
                    System.out.print('w');
                    System.out.flush();
                }
            }
        }
    }
}
