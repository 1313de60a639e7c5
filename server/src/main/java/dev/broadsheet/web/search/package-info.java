/** The search page with its filters, and what the search box offers. */
@NullMarked
package dev.broadsheet.web.search;

import org.jspecify.annotations.NullMarked;
