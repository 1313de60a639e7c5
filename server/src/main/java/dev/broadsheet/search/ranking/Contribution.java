package dev.broadsheet.search.ranking;

/**
 * What one signal gave to a paper's score.
 *
 * @param signal its name for readers
 * @param raw the signal's own measure
 * @param normalised raw as it was brought to the common scale
 * @param weight the signal's part of the whole
 */
public record Contribution(String signal, double raw, double normalised, double weight) {
    /** What the signal adds to the score. */
    public double points() {
        return normalised * weight;
    }
}
