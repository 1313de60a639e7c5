package dev.broadsheet.paper;

import dev.broadsheet.paper.Identifier.Scheme;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads identifiers in any form in which people and sources write them: bare, with a prefix, as a
 * web address, with a version, in capitals.
 */
public final class Identifiers {
    /** Longer texts are prose or mischief. */
    private static final int LONGEST = 400;

    /** All archives that names began with until April 2007. */
    private static final String ARCHIVES = "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn"
            + "|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph"
            + "|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con";

    private static final String ARXIV_NAME =
            "(?<name>\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5}|(?:" + ARCHIVES + ")(?:\\.[a-z]{2})?/\\d{7})(?:v\\d{1,3})?";

    private record Form(Scheme scheme, Pattern pattern, UnaryOperator<String> normal) {}

    // The order matters: arXiv's own DOI names an arXiv paper.
    private static final List<Form> FORMS = List.of(
            form(Scheme.ARXIV, "(?:arxiv:\\s*)?" + ARXIV_NAME, Identifiers::arxivName),
            form(
                    Scheme.ARXIV,
                    "(?:https?://)?(?:[a-z]+\\.)?arxiv\\.org/(?:abs|pdf|html|ps|format|list|e-print|src)/" + ARXIV_NAME
                            + "(?:\\.pdf|\\.ps)?/?(?:[?#].*)?",
                    Identifiers::arxivName),
            form(
                    Scheme.ARXIV,
                    "(?:https?://)?(?:[a-z.]+)/papers/" + ARXIV_NAME + "(?:\\.md)?/?(?:[?#].*)?",
                    Identifiers::arxivName),
            form(
                    Scheme.ARXIV,
                    "(?:doi:\\s*|(?:https?://)?(?:dx\\.)?doi\\.org/)?10\\.48550/arxiv\\." + ARXIV_NAME,
                    Identifiers::arxivName),
            form(
                    Scheme.ACL,
                    "(?:acl:|(?:https?://)?(?:www\\.)?aclanthology\\.org/)(?<name>[a-z]\\d{2}-\\d{4}|\\d{4}\\.[a-z0-9-]+\\.\\d+)(?:\\.pdf)?/?",
                    name -> name),
            form(
                    Scheme.OPENREVIEW,
                    "(?:openreview:|(?:https?://)?(?:www\\.)?openreview\\.net/(?:forum|pdf)\\?id=)(?<name>[a-z0-9_-]{8,16})(?:[&#].*)?",
                    name -> name),
            form(
                    Scheme.PUBMED,
                    "(?:pmid:?\\s*|pubmed:\\s*|(?:https?://)?pubmed\\.ncbi\\.nlm\\.nih\\.gov/|(?:https?://)?www\\.ncbi\\.nlm\\.nih\\.gov/pubmed/)(?<name>\\d{1,9})/?",
                    name -> name),
            form(
                    Scheme.OPENALEX,
                    "(?:openalex:|(?:https?://)?(?:api\\.)?openalex\\.org/(?:works/)?)(?<name>w\\d{4,12})",
                    name -> name.toUpperCase(Locale.ROOT)),
            form(
                    Scheme.DOI,
                    "(?:doi:\\s*|(?:https?://)?(?:dx\\.|www\\.)?doi\\.org/)?(?<name>10\\.\\d{4,9}/\\S+)",
                    Identifiers::doiName),
            form(
                    Scheme.BROADSHEET,
                    "(?:broadsheet:|(?:https?://)?[^/\\s]+/papers/)?(?<name>b-[a-z2-7]{10})/?",
                    name -> name));

    private Identifiers() {}

    /** The identifier that the whole text is a written form of, or empty; never throws. */
    public static Optional<Identifier> recognise(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            return Optional.empty();
        }
        String candidate = decoded(stripped);
        for (Form form : FORMS) {
            Matcher matcher = form.pattern.matcher(candidate);
            if (matcher.matches()) {
                return Optional.of(new Identifier(form.scheme, form.normal.apply(matcher.group("name"))));
            }
        }
        return Optional.empty();
    }

    /** Like {@link #recognise}, but only for the scheme: what a field named after it holds. */
    public static Optional<Identifier> recognise(Scheme scheme, String text) {
        Optional<Identifier> plain = recognise(text).filter(found -> found.scheme() == scheme);
        return plain.isPresent()
                ? plain
                : recognise(scheme.key() + ":" + text.strip()).filter(f -> f.scheme() == scheme);
    }

    private static Form form(Scheme scheme, String pattern, UnaryOperator<String> normal) {
        return new Form(scheme, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), normal);
    }

    private static String arxivName(String name) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            return name;
        }
        // Old names may carry a subject class that is not part of the identifier: math.GT/0309136.
        String archive = name.substring(0, slash).toLowerCase(Locale.ROOT);
        int dot = archive.indexOf('.');
        return (dot < 0 ? archive : archive.substring(0, dot)) + name.substring(slash);
    }

    private static String doiName(String name) {
        String trimmed = name.toLowerCase(Locale.ROOT);
        while (!trimmed.isEmpty() && ".,;)]}>\"'".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0) {
            if (trimmed.endsWith(")") && trimmed.contains("(")) {
                break;
            }
            trimmed = trimmed.substring(0, trimmed.length() - 1);
        }
        return trimmed;
    }

    private static String decoded(String text) {
        if (!text.contains("%")) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
