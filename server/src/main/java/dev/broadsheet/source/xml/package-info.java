/**
 * XML from strangers, read piece by piece in bounded memory: no document types, no entities but the
 * five, no endless depth. It must not know what the elements mean.
 */
@NullMarked
package dev.broadsheet.source.xml;

import org.jspecify.annotations.NullMarked;
