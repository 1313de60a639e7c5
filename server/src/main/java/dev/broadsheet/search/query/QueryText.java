package dev.broadsheet.search.query;

/** What is made of a query as typed before anything looks at it. */
public final class QueryText {
    /** Characters of a query that are read; the models read fewer still, each as many as it can. */
    public static final int LONGEST = 2_000;

    private QueryText() {}

    /** One line of valid text: cut, control characters and halves of characters turned to spaces. */
    public static String clean(String typed) {
        StringBuilder text = new StringBuilder();
        typed.codePoints().limit(LONGEST).forEach(point -> {
            boolean odd = Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
            text.appendCodePoint(odd ? ' ' : point);
        });
        return text.toString().strip();
    }
}
