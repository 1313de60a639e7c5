/** The page of papers near to some and away from others. */
@NullMarked
package dev.broadsheet.web.related;

import org.jspecify.annotations.NullMarked;
