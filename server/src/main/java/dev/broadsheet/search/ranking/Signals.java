package dev.broadsheet.search.ranking;

/** Which signals a ranking goes by. */
public enum Signals {
    ALL,
    WORDS,
    MEANING
}
