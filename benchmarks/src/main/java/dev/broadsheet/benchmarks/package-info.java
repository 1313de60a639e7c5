/**
 * Programs that measure the server against others on the same input in one run. They may know
 * everything of the server; the server knows nothing of them.
 */
@NullMarked
package dev.broadsheet.benchmarks;

import org.jspecify.annotations.NullMarked;
