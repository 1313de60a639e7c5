/**
 * A real OpenSearch with its k-NN plugin, to measure Broadsheet against. It brings a Lucene of its own,
 * so that it must be a process of its own, spoken to over HTTP only, and knows nothing of the rest.
 */
@NullMarked
package dev.broadsheet.opensearch;

import org.jspecify.annotations.NullMarked;
