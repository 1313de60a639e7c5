package dev.broadsheet.text;

/** Raised and lowered text without mark-up: 10⁵, H₂O, so that it is read and found as authors mean it. */
public final class Scripts {
    private static final String PLAIN = "0123456789+-=()";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

    private Scripts() {}

    /** {@code 10<sup>5</sup>}; what has no raised form follows a circumflex. */
    public static String raised(String text) {
        return with(text, RAISED, "^");
    }

    /** {@code H<sub>2</sub>O}; what has no lowered form follows an underscore. */
    public static String lowered(String text) {
        return with(text, LOWERED, "_");
    }

    /** Whether the character is a letter, figure or sign in raised form. */
    static boolean isRaised(int point) {
        return point == '²' || point == '³' || point == '¹' || (point >= 0x2070 && point <= 0x207F);
    }

    /** The same for the lowered form. */
    static boolean isLowered(int point) {
        return (point >= 0x2080 && point <= 0x209C) || (point >= 0x1D62 && point <= 0x1D6A) || point == 0x2C7C;
    }

    private static String with(String text, String forms, String sign) {
        String plain = text.strip().replace('−', '-').replace('–', '-');
        StringBuilder script = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            int at = PLAIN.indexOf(plain.charAt(i));
            if (at < 0) {
                return plain.length() == 1 ? sign + plain : sign + "{" + plain + "}";
            }
            script.append(forms.charAt(at));
        }
        return script.toString();
    }
}
