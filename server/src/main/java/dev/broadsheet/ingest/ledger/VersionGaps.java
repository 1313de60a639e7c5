package dev.broadsheet.ingest.ledger;

import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PaperJson;
import dev.broadsheet.paper.Version;
import dev.broadsheet.source.LiveSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the papers of which a newer version was announced than the one that is held. */
public final class VersionGaps {
    private VersionGaps() {}

    /** Their names; a record that says nothing of versions has no gap. */
    public static Set<String> of(JdbcClient sql, LiveSource source, LocalDate from, LocalDate until) {
        Map<String, Integer> announced = new HashMap<>();
        sql.sql("select part, name, version from announcement where source = :source"
                        + " and day between :from and :until and kind = 'REPLACEMENT' and version > 1")
                .param("source", source.profile().name())
                .param("from", from.toString())
                .param("until", until.toString())
                .query(row -> {
                    if (source.profile().parts().contains(row.getString("part"))) {
                        announced.merge(row.getString("name"), row.getInt("version"), Math::max);
                    }
                });
        Set<String> gaps = new TreeSet<>();
        announced.forEach((name, version) -> {
            if (isBehind(sql, source.profile().name(), name, version)) {
                gaps.add(name);
            }
        });
        return gaps;
    }

    private static boolean isBehind(JdbcClient sql, String source, String name, int version) {
        return sql.sql("select coalesce(r.body, p.metadata) from source_record r join paper p on p.number = r.paper"
                        + " where r.source = ? and r.name = ?")
                .params(source, name)
                .query(String.class)
                .optional()
                .map(PaperJson::read)
                .map(metadata -> !metadata.versions().isEmpty() && latest(metadata) < version)
                .orElse(true);
    }

    private static int latest(Metadata metadata) {
        return metadata.versions().stream().mapToInt(Version::number).max().orElse(0);
    }
}
