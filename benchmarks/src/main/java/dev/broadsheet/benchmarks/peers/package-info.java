/**
 * Broadsheet beside other engines that search the same papers: each peer in processes of its own,
 * asked the same queries in the same run. A peer must know nothing of another.
 */
@NullMarked
package dev.broadsheet.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
