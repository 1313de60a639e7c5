package dev.broadsheet.cli;

import dev.broadsheet.installation.OperatorException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into what a person can use: a sentence where there is one, else the whole trace. */
final class Failures implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof OperatorException) {
            err.println(failure.getMessage());
        } else {
            err.println("Something went wrong that Broadsheet did not expect. What was acknowledged is kept.");
            failure.printStackTrace(err);
        }
        err.flush();
        return 1;
    }
}
