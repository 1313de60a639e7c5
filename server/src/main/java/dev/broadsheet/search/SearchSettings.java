package dev.broadsheet.search;

import dev.broadsheet.installation.SettingsReader;

/**
 * How the search works.
 *
 * @param embeddingThreads how many threads of a server turn texts into vectors, 1 to 64
 */
public record SearchSettings(int embeddingThreads) {
    private static final int MOST_THREADS = 64;

    /** {@code embedding.threads}. */
    public static SearchSettings read(SettingsReader settings) {
        int cores = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        return new SearchSettings(settings.number("embedding.threads", cores, 1, MOST_THREADS));
    }
}
