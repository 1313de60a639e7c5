package dev.broadsheet.discussion;

/** What became of what somebody wanted to write. */
public sealed interface Outcome {
    /** It is kept, and survives the death of the process; whether others see it yet says its state. */
    record Kept(Comment comment) implements Outcome {}

    /**
     * Nothing was changed.
     *
     * @param why as a whole sentence for who wrote it
     */
    record Refused(String why) implements Outcome {}
}
