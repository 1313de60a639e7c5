/**
 * What the sources have in common when they turn foreign fields into metadata: texts without what
 * no text may hold, optional fields that may be bad, names for records that have none. It must not
 * know any one source or format.
 */
@NullMarked
package dev.broadsheet.source.record;

import org.jspecify.annotations.NullMarked;
