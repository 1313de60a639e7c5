package dev.broadsheet.source;

/**
 * How far back a source is read.
 *
 * @param again how many days each run reads again, because what was announced late stands there
 * @param atFirst how many days back the first run goes
 */
public record Reach(int again, int atFirst) {}
