/** What pages have in common: a paper in a list, its text, numbers and dates as they are written. */
@NullMarked
package dev.broadsheet.web.shared;

import org.jspecify.annotations.NullMarked;
