package dev.broadsheet;

import dev.broadsheet.cli.BroadsheetCommand;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The program: hands the command line to the commands. */
public final class Broadsheet {
    // Kept, because a logger nobody holds forgets its level. Lucene reports its use of vector
    // instructions at every start.
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private Broadsheet() {}

    public static void main(String[] arguments) {
        LUCENE.setLevel(Level.WARNING);
        System.exit(BroadsheetCommand.execute(arguments));
    }
}
