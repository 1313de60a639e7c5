package dev.broadsheet.discussion;

import dev.broadsheet.account.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A comment as everybody can see it, for programs. Immutable.
 *
 * @param writer who wrote it; null where they left
 * @param html its words, sanitised
 * @param reactions who reacted, and how, in the order in which they did
 */
public record PublicComment(
        Comment comment, @Nullable Person writer, String html, Map<Reaction, List<Person>> reactions) {}
