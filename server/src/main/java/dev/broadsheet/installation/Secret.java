package dev.broadsheet.installation;

/**
 * A password or key from the settings. It never shows in a text by accident: records, logs and the status page print
 * {@code (secret)} or, where nothing is set, {@code (none)}.
 */
public final class Secret {
    /** Where nothing is set. */
    public static final Secret NONE = new Secret("");

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The value itself, for whoever has to present it. Empty where nothing is set. */
    public String reveal() {
        return value;
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return isEmpty() ? "(none)" : "(secret)";
    }
}
