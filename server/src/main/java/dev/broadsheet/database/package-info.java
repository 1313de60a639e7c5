/**
 * Where everything that must not be lost is kept: connections to SQLite or PostgreSQL, transactions,
 * migrations, and claims of work that one process of several does. It must not know what a paper is;
 * each room above owns its own tables and its own SQL.
 */
@NullMarked
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {"installation"})
package dev.broadsheet.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
