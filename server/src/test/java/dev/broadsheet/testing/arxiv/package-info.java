/**
 * A server that stands in for arXiv's three services, from a list of papers whose history is known,
 * and that can be told to misbehave. It must not know who asks: it is written from arXiv's
 * documentation, not from our reader.
 */
@NullMarked
package dev.broadsheet.testing.arxiv;

import org.jspecify.annotations.NullMarked;
