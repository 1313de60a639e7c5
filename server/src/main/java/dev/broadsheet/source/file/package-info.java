/**
 * Papers in files: recognises the format from the content, unpacks, parts the text into entries of
 * bounded size and reads each by itself, so that one bad entry costs that entry only. It must not
 * know what becomes of the records.
 */
@NullMarked
package dev.broadsheet.source.file;

import org.jspecify.annotations.NullMarked;
