/**
 * How good the ranking is: judged collections in BEIR's layout and the measures over them. It must
 * not know how papers are ranked.
 */
@NullMarked
package dev.broadsheet.search.evaluation;

import org.jspecify.annotations.NullMarked;
