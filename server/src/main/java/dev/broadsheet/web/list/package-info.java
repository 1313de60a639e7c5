/** The pages of a day, a week and a month, and how complete a day is. */
@NullMarked
package dev.broadsheet.web.list;

import org.jspecify.annotations.NullMarked;
