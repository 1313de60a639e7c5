package dev.broadsheet.ingest;

import dev.broadsheet.database.Database;

class SqliteLedgerTest extends LedgerContract {
    @Override
    Database connect() {
        return Database.sqlite(folder.resolve("catalogue.db"));
    }
}
