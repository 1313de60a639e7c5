/**
 * Reading services that list the records of a day as pages of JSON, and single records by name. It
 * must not know what any service calls its fields.
 */
@NullMarked
package dev.broadsheet.source.paged;

import org.jspecify.annotations.NullMarked;
