package dev.broadsheet.source.arxiv;

import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Identifiers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paper's name at arXiv.
 *
 * @param name without version
 * @param version from 1, 0 where none is named
 */
record ArxivName(String name, int version) {
    private static final Pattern PREFIX =
            Pattern.compile("^(?:oai:arXiv\\.org:|https?://arxiv\\.org/abs/)", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION = Pattern.compile("v(\\d{1,3})$");
    private static final Pattern IN_ORDER = Pattern.compile("(\\d{2})(\\d{2})\\.(\\d{4,5})");

    /** The name in any form in which arXiv's services write it. */
    static Optional<ArxivName> read(String text) {
        String bare = PREFIX.matcher(text.strip()).replaceFirst("");
        Matcher version = VERSION.matcher(bare);
        int number = version.find() ? Integer.parseInt(version.group(1)) : 0;
        return Identifiers.recognise(Scheme.ARXIV, bare).map(Identifier::name).map(name -> new ArxivName(name, number));
    }

    /**
     * A number that grows with time: arXiv numbers papers when it announces them
     * (info.arxiv.org/help/availability). -1 for names of before April 2007, numbered by archive.
     */
    long order() {
        Matcher matcher = IN_ORDER.matcher(name);
        return matcher.matches()
                ? (Long.parseLong(matcher.group(1)) * 100 + Long.parseLong(matcher.group(2))) * 100_000
                        + Long.parseLong(matcher.group(3))
                : -1;
    }
}
