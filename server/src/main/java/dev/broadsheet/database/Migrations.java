package dev.broadsheet.database;

import dev.broadsheet.installation.OperatorException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** Brings a catalogue's tables to the form this program knows, or says why it cannot. */
final class Migrations {
    private Migrations() {}

    static void run(String url, @Nullable String user, @Nullable String password, String dialect) {
        Flyway flyway = Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + dialect)
                .failOnMissingLocations(false)
                .load();
        try {
            refuseNewer(flyway, url);
            flyway.migrate();
        } catch (FlywayException e) {
            throw new OperatorException(
                    "The catalogue " + DatabaseSettings.shown(url) + " cannot be opened: " + e.getMessage()
                            + " Nothing was changed.",
                    e);
        }
    }

    private static void refuseNewer(Flyway flyway, String url) {
        MigrationInfo[] all = flyway.info().all();
        MigrationVersion known = MigrationVersion.EMPTY;
        MigrationVersion applied = MigrationVersion.EMPTY;
        for (MigrationInfo migration : all) {
            MigrationVersion version = migration.getVersion();
            if (version == null) {
                continue;
            }
            if (migration.getState().isResolved() && version.compareTo(known) > 0) {
                known = version;
            }
            if (migration.getState().isApplied() && version.compareTo(applied) > 0) {
                applied = version;
            }
        }
        if (applied.compareTo(known) > 0) {
            throw new OperatorException(
                    "The catalogue " + DatabaseSettings.shown(url) + " was written by a newer Broadsheet (its form is "
                            + applied + ", this program knows up to " + known
                            + "). Nothing was changed. Use the newer program, or name another folder with --data.");
        }
    }
}
