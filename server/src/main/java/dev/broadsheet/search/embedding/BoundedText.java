package dev.broadsheet.search.embedding;

/**
 * Cuts a text before it is split into tokens, so that a huge one costs no more than a long one, and
 * takes out what no native library should be handed.
 */
final class BoundedText {
    /**
     * The longest word of the models' vocabulary has 18 letters, and a space follows it: a text of
     * known words that is cut here still has more tokens than the model reads.
     */
    private static final int CHARACTERS_PER_TOKEN = 20;

    private BoundedText() {}

    /**
     * The beginning of a text, with each run of white space as one space and without NUL and lone
     * surrogates, which the tokenizer itself would leave out were they representable in UTF-8.
     *
     * @param tokens how many tokens the model reads
     */
    static String of(String text, int tokens) {
        int most = tokens * CHARACTERS_PER_TOKEN;
        StringBuilder bounded = new StringBuilder(Math.min(text.length(), most));
        int position = 0;
        boolean spaceIsDue = false;
        while (position < text.length() && bounded.length() < most) {
            int character = text.codePointAt(position);
            position += Character.charCount(character);
            if (isSpace(character)) {
                spaceIsDue = !bounded.isEmpty();
            } else if (character != 0 && Character.getType(character) != Character.SURROGATE) {
                if (spaceIsDue) {
                    bounded.append(' ');
                    spaceIsDue = false;
                }
                bounded.appendCodePoint(character);
            }
        }
        return bounded.toString();
    }

    /** What the tokenizer takes for white space; other control characters it leaves out. */
    private static boolean isSpace(int character) {
        return character == '\t' || character == '\n' || character == '\r' || Character.isSpaceChar(character);
    }
}
