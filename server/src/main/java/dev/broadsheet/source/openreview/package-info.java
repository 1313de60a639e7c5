/** OpenReview's venues: every public submission, whatever became of it. */
@NullMarked
package dev.broadsheet.source.openreview;

import org.jspecify.annotations.NullMarked;
