/**
 * Texts of titles and abstracts, whoever holds them: TeX as mathematics and as plain characters, accents, the keys by
 * which titles are compared. It must not know papers, nor where a text comes from or is shown.
 */
@NullMarked
@ApplicationModule(
        displayName = "Text",
        allowedDependencies = {})
package dev.broadsheet.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
