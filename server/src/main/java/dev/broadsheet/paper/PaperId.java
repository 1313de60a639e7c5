package dev.broadsheet.paper;

import dev.broadsheet.installation.Digest;

/**
 * The address of a paper, stable for ever: its arXiv name where it has one, else a short name of
 * our own. A paper that gets its arXiv name, or joins one with another short name, keeps being found
 * under the one it had.
 *
 * @param value {@code 2501.01234}, {@code hep-th/9901001} or {@code b-} and ten letters
 */
public record PaperId(String value) {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LETTERS = 10;

    public PaperId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a paper id is not blank");
        }
    }

    /**
     * The short name for a paper nobody else has named. It follows from the text, so that the same
     * paper gets the same address in every installation and in any order of import.
     */
    public static Identifier shortNameFor(String text) {
        byte[] digest = Digest.sha256(text);
        StringBuilder name = new StringBuilder("b-");
        for (int i = 0; i < LETTERS; i++) {
            name.append(ALPHABET.charAt(digest[i] & 31));
        }
        return new Identifier(Identifier.Scheme.BROADSHEET, name.toString());
    }

    /** Whether it is a name of our own. */
    boolean isShort() {
        return value.startsWith("b-");
    }

    @Override
    public String toString() {
        return value;
    }
}
