package dev.broadsheet.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NativeFSLockFactory;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the index: generations in numbered folders, a small file that names the one in use,
 * and the lock of the one process that writes. A new generation is built beside the old one and
 * then named in one step.
 */
final class IndexFolder {
    private static final String POINTER = "current";
    private static final String LOCK = "writer.lock";
    private static final Pattern GENERATION = Pattern.compile("\\d{1,18}");

    private final Path folder;

    IndexFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /** The right to write, which the operating system gives back when the process dies; empty if another has it. */
    @Nullable Lock tryLock() throws IOException {
        Files.createDirectories(folder);
        try (Directory directory = FSDirectory.open(folder)) {
            return NativeFSLockFactory.INSTANCE.obtainLock(directory, LOCK);
        } catch (LockObtainFailedException e) {
            return null;
        }
    }

    /** The generation in use; empty where there is none yet or the file that names it is unreadable. */
    Optional<Path> current() throws IOException {
        try {
            String name = Files.readString(folder.resolve(POINTER)).strip();
            return GENERATION.matcher(name).matches() && Files.isDirectory(folder.resolve(name))
                    ? Optional.of(folder.resolve(name))
                    : Optional.empty();
        } catch (NoSuchFileException | java.nio.charset.CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** A folder for a new generation, still empty and not in use. For the writing process. */
    Path create() throws IOException {
        long last = 0;
        for (Path generation : generations()) {
            last = Math.max(last, Long.parseLong(generation.getFileName().toString()));
        }
        return Files.createDirectory(folder.resolve(Long.toString(last + 1)));
    }

    /** Names the generation in use, in one step; the others stay. For the writing process. */
    void use(Path generation) throws IOException {
        Path next = folder.resolve(POINTER + ".new");
        Files.writeString(next, generation.getFileName().toString());
        Files.move(next, folder.resolve(POINTER), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Deletes what an interrupted rebuild or another generation left. For the writing process. */
    void deleteAllBut(Path generation) throws IOException {
        for (Path other : generations()) {
            if (!other.equals(generation)) {
                delete(other);
            }
        }
    }

    private List<Path> generations() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry ->
                            GENERATION.matcher(entry.getFileName().toString()).matches())
                    .toList();
        }
    }

    /** Deletes one generation, which is not in use. For the writing process. */
    static void delete(Path generation) throws IOException {
        try (Stream<Path> files = Files.walk(generation)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
