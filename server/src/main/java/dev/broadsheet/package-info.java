/**
 * The front door. It holds {@code main} and nothing else; each room below it says in its own
 * package comment what it is for.
 */
@NullMarked
package dev.broadsheet;

import org.jspecify.annotations.NullMarked;
