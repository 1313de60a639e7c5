package dev.broadsheet.ingest.filing;

import dev.broadsheet.database.Transaction;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PaperJson;
import dev.broadsheet.text.TitleKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code source_record} within one transaction. */
public final class SourceRecordRows {
    private static final String COLUMNS = "select r.source, r.name, r.paper, r.fingerprint, r.harvest, r.apart,"
            + " coalesce(r.body, p.metadata) as metadata from source_record r join paper p on p.number = r.paper ";

    private static final String WITH_TITLE = "select paper from source_record where title_key = ?"
            + " union select paper from source_record where main_title_key = ?"
            + " union select number from paper where main_title_key = ? and merged_into is null ";

    private static final String OR_WITHOUT_SUBTITLE = "union select paper from source_record where title_key = ?"
            + " union select number from paper where title_key = ? and merged_into is null ";

    private static final String LIMITED = "order by 1 limit ?";

    /** A record and the paper it belongs to. */
    public record Placed(KnownRecord record, long paper) {}

    /** Enough of a row to see whether the record says anything new. */
    public record Stamp(String fingerprint, long paper) {}

    private final Transaction transaction;

    public SourceRecordRows(Transaction transaction) {
        this.transaction = transaction;
    }

    public Optional<Stamp> stamp(String source, String name) {
        return transaction.first(
                "select fingerprint, paper from source_record where source = ? and name = ?",
                (row, index) -> new Stamp(row.getString(1), row.getLong(2)),
                source,
                name);
    }

    public Optional<Placed> find(String source, String name) {
        return transaction.first(COLUMNS + "where r.source = ? and r.name = ?", SourceRecordRows::placed, source, name);
    }

    public List<Placed> ofPaper(long paper) {
        return transaction.list(COLUMNS + "where r.paper = ?", SourceRecordRows::placed, paper);
    }

    /**
     * Papers that a record, but not they themselves, has under this title, and papers that have it as
     * main title or, if a main title is given, have this alone.
     */
    public List<Long> withTitleKey(String titleKey, @Nullable String mainTitleKey, int limit) {
        String key = TitleKey.indexed(titleKey);
        return mainTitleKey == null
                ? transaction.list(WITH_TITLE + LIMITED, SourceRecordRows::number, key, key, key, limit)
                : transaction.list(
                        WITH_TITLE + OR_WITHOUT_SUBTITLE + LIMITED,
                        SourceRecordRows::number,
                        key,
                        key,
                        key,
                        mainTitleKey,
                        mainTitleKey,
                        limit);
    }

    /** @param body null where the paper has this one record, and so says the same */
    public void put(KnownRecord record, long paper, @Nullable Metadata body) {
        transaction.execute(
                "insert into source_record (source, name, paper, fingerprint, harvest, title_key, main_title_key, body, apart)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (source, name) do update set"
                        + " paper = excluded.paper, fingerprint = excluded.fingerprint, harvest = excluded.harvest,"
                        + " title_key = excluded.title_key, main_title_key = excluded.main_title_key, body = excluded.body, apart = excluded.apart",
                record.source(),
                record.name(),
                paper,
                record.fingerprint(),
                record.harvest(),
                body == null ? null : TitleKey.indexed(record.titleKey()),
                body == null ? null : TitleKey.indexedMain(body.title()),
                body == null ? null : PaperJson.write(body),
                record.apart() ? 1 : 0);
    }

    private static Long number(ResultSet row, int index) throws SQLException {
        return row.getLong(1);
    }

    private static Placed placed(ResultSet row, int index) throws SQLException {
        return new Placed(
                new KnownRecord(
                        row.getString("source"),
                        row.getString("name"),
                        PaperJson.read(row.getString("metadata")),
                        row.getString("fingerprint"),
                        row.getString("harvest"),
                        row.getInt("apart") != 0),
                row.getLong("paper"));
    }
}
