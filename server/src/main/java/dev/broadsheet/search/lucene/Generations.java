package dev.broadsheet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.codecs.Codec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens, creates and deletes the generations of one form in an {@link IndexFolder}. For the follower's thread. */
final class Generations {
    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

    private final IndexFolder folder;
    private final String format;
    private final Codec codec;

    Generations(IndexFolder folder, String format, Codec codec) {
        this.folder = folder;
        this.format = format;
        this.codec = codec;
    }

    /**
     * Opens the generation in use for writing.
     *
     * @param highest the highest revision that it can have come to
     * @return null if there is none, or none of any use
     */
    @Nullable Generation open(long highest) throws IOException {
        Optional<Path> current = folder.current();
        if (current.isEmpty()) {
            return null;
        }
        try {
            Generation opened = Generation.write(current.get(), format, codec);
            if (opened.revision() <= highest) {
                return opened;
            }
            opened.close();
            LOG.warn("The search index is ahead of the catalogue and is built anew: was a backup restored?");
        } catch (IOException | IllegalArgumentException e) {
            if (!Generation.isUnusable(e)) {
                throw e;
            }
            LOG.warn("The search index is of no use and is built anew from the catalogue: {}", e.toString());
        }
        return null;
    }

    /** Opens the generation in use for reading; empty where there is none. */
    Optional<Generation> read(@Nullable Generation known) throws IOException {
        Optional<Path> current = folder.current();
        if (current.isEmpty()) {
            return Optional.empty();
        }
        if (known != null && known.path().equals(current.get())) {
            known.refresh();
            return Optional.of(known);
        }
        return Optional.of(Generation.read(current.get(), format));
    }

    /** An empty generation, not yet in use. What cannot be finished is not left lying: it would be at every look. */
    Generation create() throws IOException {
        Path path = folder.create();
        try {
            return Generation.write(path, format, codec);
        } catch (IOException | RuntimeException e) {
            delete(path);
            throw e;
        }
    }

    /** Names a generation as the one in use. */
    void use(Generation generation) throws IOException {
        folder.use(generation.path());
    }

    /** Closes and deletes a generation that did not come to be used. */
    void discard(Generation generation) {
        generation.close();
        delete(generation.path());
    }

    /** Deletes what is not in use. What cannot be deleted only takes space: it is tried again at the next opening. */
    void deleteAllBut(Generation generation) {
        try {
            folder.deleteAllBut(generation.path());
        } catch (IOException | UncheckedIOException e) {
            tellUndeleted(e);
        }
    }

    private static void delete(Path path) {
        try {
            IndexFolder.delete(path);
        } catch (IOException | UncheckedIOException e) {
            tellUndeleted(e);
        }
    }

    private static void tellUndeleted(Exception e) {
        LOG.warn("What is left of another search index cannot be deleted and takes space: {}", e.toString());
    }
}
