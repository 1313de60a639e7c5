package dev.broadsheet.source.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets entries wait for the one that they name as {@code crossref}, which BibTeX wants after them.
 * When those that wait come to 16 million characters, they go on without it.
 */
final class BibtexOrder {
    /** The text of an entry and where it stands. */
    record Waiting(String text, String place) {}

    private static final Pattern KEY = Pattern.compile("@[A-Za-z]++\\s*+[{(]\\s*+([^\\s,{}=\"]++)\\s*+,");
    private static final Pattern REFERENCE =
            Pattern.compile("\\bcrossref\\s*+=\\s*+[{\"]?+\\s*+([^\\s,{}=\"]++)", Pattern.CASE_INSENSITIVE);

    private final BibtexParents parents;
    private final Consumer<Waiting> ready;
    private final Map<String, List<Waiting>> waiting = new LinkedHashMap<>();
    private long size;

    BibtexOrder(BibtexParents parents, Consumer<Waiting> ready) {
        this.parents = parents;
        this.ready = ready;
    }

    void take(Waiting entry) {
        Matcher reference = REFERENCE.matcher(entry.text());
        String parent = reference.find() ? BibtexParents.normal(reference.group(1)) : null;
        if (parent == null || parent.equals(key(entry)) || parents.knows(parent)) {
            release(entry);
            return;
        }
        size += entry.text().length();
        waiting.computeIfAbsent(parent, key -> new ArrayList<>()).add(entry);
        if (size > Entry.LONGEST) {
            finish();
        }
    }

    /** Lets all go on. */
    void finish() {
        while (!waiting.isEmpty()) {
            String first = waiting.keySet().iterator().next();
            waitingFor(first).forEach(this::release);
        }
    }

    /** Lets an entry go on, then those that wait for it, then those that wait for these. */
    private void release(Waiting entry) {
        Deque<Waiting> next = new ArrayDeque<>();
        next.add(entry);
        for (Waiting going = next.poll(); going != null; going = next.poll()) {
            ready.accept(going);
            String key = key(going);
            if (key != null) {
                next.addAll(waitingFor(key));
            }
        }
    }

    /** Those that waited for the entry of this key, who wait no longer. */
    private List<Waiting> waitingFor(String key) {
        List<Waiting> entries = waiting.remove(key);
        if (entries == null) {
            return List.of();
        }
        entries.forEach(entry -> size -= entry.text().length());
        return entries;
    }

    private static @Nullable String key(Waiting entry) {
        Matcher key = KEY.matcher(entry.text());
        return key.lookingAt() ? BibtexParents.normal(key.group(1)) : null;
    }
}
