package dev.broadsheet.paper;

import dev.broadsheet.database.Transaction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code paper_event}. */
final class EventRows {
    private EventRows() {}

    static List<PaperEvent> of(JdbcClient sql, long paper) {
        return sql
                .sql("select at, kind, before, after from paper_event where paper = ? order by seq")
                .param(paper)
                .query((row, index) -> new PaperEvent(
                        Instant.parse(row.getString("at")),
                        PaperEvent.Kind.valueOf(row.getString("kind")),
                        row.getString("before"),
                        row.getString("after")))
                .stream()
                .sorted(Comparator.comparing(PaperEvent::at))
                .toList();
    }

    static void add(Transaction transaction, long paper, PaperEvent event) {
        transaction.execute(
                "insert into paper_event (paper, seq, at, kind, before, after) values (?, ?, ?, ?, ?, ?)",
                paper,
                last(transaction, paper) + 1,
                event.at().toString(),
                event.kind().name(),
                event.before(),
                event.after());
    }

    static void move(Transaction transaction, long from, long to) {
        transaction.execute(
                "update paper_event set paper = ?, seq = seq + ? where paper = ?", to, last(transaction, to), from);
    }

    private static long last(Transaction transaction, long paper) {
        return transaction
                .number("select coalesce(max(seq), 0) from paper_event where paper = ?", paper)
                .orElseThrow();
    }
}
