/** The pages on which people claim papers, and on which curators decide. */
@NullMarked
package dev.broadsheet.web.claim;

import org.jspecify.annotations.NullMarked;
