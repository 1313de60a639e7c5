/**
 * Texts of titles and abstracts, whoever holds them: TeX as mathematics and as plain characters, accents, raised and
 * lowered text, the keys by which titles are compared. What TeX's names mean in all of these stands in one table,
 * {@code tex-names.txt}. It must not know papers, nor where a text comes from or is shown.
 */
@NullMarked
@ApplicationModule(
        displayName = "Text",
        allowedDependencies = {})
package dev.broadsheet.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
