/**
 * Where everything that must not be lost is kept: the data folder, the connection to SQLite or
 * PostgreSQL, transactions with their revision numbers, and the migrations. It must not know what
 * a paper is; each room above owns its own tables and its own SQL.
 */
@NullMarked
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {"installation"})
package dev.broadsheet.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
