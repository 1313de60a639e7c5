/**
 * Which types of sources there are, and how the settings choose among them: the only folder that
 * knows all others. Whoever adds a source adds its folder and its line in {@link
 * dev.broadsheet.source.types.SourceTypes}.
 */
@NullMarked
@NamedInterface("types")
package dev.broadsheet.source.types;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
