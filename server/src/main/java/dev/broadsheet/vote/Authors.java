package dev.broadsheet.vote;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells who wrote papers. Called by many threads. */
@FunctionalInterface
public interface Authors {
    /** Where nobody is known as an author. */
    Authors NONE = (sql, papers) -> Map.of();

    /**
     * @param sql of the transaction that asks
     * @return the numbers of the people who are confirmed authors, by paper; papers without any may be left out
     */
    Map<Long, Set<Long>> of(JdbcClient sql, Collection<Long> papers);
}
