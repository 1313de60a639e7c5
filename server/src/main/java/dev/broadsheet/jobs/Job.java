package dev.broadsheet.jobs;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Work that a server does again and again. It is begun a second time where its server died during the first, so it
 * must be safe to repeat.
 *
 * @param name never changed, and no other job's: the database knows the job by it
 * @param timing when it runs
 * @param work is given what to ask from time to time: whether it must end soon. What it throws is
 *     logged, and it runs again at its next time
 */
public record Job(String name, Timing timing, Consumer<BooleanSupplier> work) {}
