/**
 * Editions: all of them, one begun or changed, papers submitted to them, and what curators do. Lists themselves are in
 * the folder {@code list}.
 */
@NullMarked
package dev.broadsheet.web.edition;

import org.jspecify.annotations.NullMarked;
