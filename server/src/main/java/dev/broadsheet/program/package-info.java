/**
 * The table of contents: which rooms there are, in which order they open, and what of them is served, run and
 * reported. Commands, the server, tests and benchmarks open an installation through {@link Program}, the only place
 * that knows every room. It must not know how anything is done.
 */
@NullMarked
@ApplicationModule(displayName = "Program")
package dev.broadsheet.program;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
