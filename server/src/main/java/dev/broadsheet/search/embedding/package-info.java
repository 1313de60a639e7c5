/**
 * Turning text into vectors with the two int8 models that travel in the jar. It opens no connection,
 * and writes only to a folder of its own under the temporary one; it must not know what a paper is,
 * where vectors are kept or how they are compared.
 */
@NullMarked
package dev.broadsheet.search.embedding;

import org.jspecify.annotations.NullMarked;
