package dev.broadsheet.source.record;

/** Why an entry is not a record of a paper, in one line. */
public final class UnreadableRecordException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableRecordException(String reason) {
        super(oneLine(reason), null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    private static String oneLine(String reason) {
        String line = reason.replaceAll("\\s+", " ").strip();
        return line.length() <= 300 ? line : line.substring(0, 300) + "…";
    }
}
