/** The vote button's address, and the page of who voted for a paper. */
@NullMarked
package dev.broadsheet.web.vote;

import org.jspecify.annotations.NullMarked;
