package dev.broadsheet.paper;

import org.jspecify.annotations.Nullable;

/**
 * One version of a paper.
 *
 * @param number counted from 1
 * @param date when it was submitted, where known
 */
public record Version(int number, @Nullable PartialDate date) {
    public Version {
        if (number < 1) {
            throw new IllegalArgumentException("versions are counted from 1, not " + number);
        }
    }
}
