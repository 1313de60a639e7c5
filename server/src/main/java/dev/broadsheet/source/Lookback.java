package dev.broadsheet.source;

/**
 * How far back a source is read.
 *
 * @param daysAgain how many days each run reads again, because what was announced late stands there
 * @param daysAtFirst how many days back the first run goes
 */
public record Lookback(int daysAgain, int daysAtFirst) {}
