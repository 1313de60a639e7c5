package dev.broadsheet.testing.arxiv;

import dev.broadsheet.testing.arxiv.ArxivPaper.Description;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of the search language that selects by category and date: {@code cat:cs.AI},
 * {@code submittedDate:[202511030000 TO 202511032359]}, {@code lastUpdatedDate}, AND, OR, ANDNOT and
 * parentheses.
 */
final class ApiQuery {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\\(|\\)|ANDNOT\\b|AND\\b|OR\\b|\\w+:\\[[^\\]]*]|\\w+:[^\\s()]+)\\s*");
    private static final Pattern RANGE = Pattern.compile("\\w+:\\[\"?(\\d{8,14})\"? TO \"?(\\d{8,14})\"?]");

    private final Matcher tokens;
    private String token = "";

    private ApiQuery(String text) {
        this.tokens = TOKEN.matcher(text);
        advance();
    }

    /** @throws IllegalArgumentException if this is not understood */
    static Predicate<Description> parse(String text) {
        ApiQuery query = new ApiQuery(text);
        Predicate<Description> whole = query.either();
        if (!query.token.isEmpty()) {
            throw new IllegalArgumentException("unexpected " + query.token);
        }
        return whole;
    }

    private Predicate<Description> either() {
        Predicate<Description> left = both();
        while (token.equals("OR")) {
            advance();
            left = left.or(both());
        }
        return left;
    }

    private Predicate<Description> both() {
        Predicate<Description> left = one();
        while (token.equals("AND") || token.equals("ANDNOT")) {
            boolean not = token.equals("ANDNOT");
            advance();
            Predicate<Description> right = one();
            left = left.and(not ? right.negate() : right);
        }
        return left;
    }

    private Predicate<Description> one() {
        String current = token;
        advance();
        if (current.equals("(")) {
            Predicate<Description> inner = either();
            advance();
            return inner;
        }
        if (current.startsWith("cat:")) {
            String category = current.substring("cat:".length());
            return category.endsWith("*")
                    ? said -> said.categories().stream()
                            .anyMatch(one -> one.startsWith(category.substring(0, category.length() - 1)))
                    : said -> said.categories().contains(category);
        }
        Matcher range = RANGE.matcher(current);
        if (!range.matches()) {
            throw new IllegalArgumentException("not understood: " + current);
        }
        Instant from = instant(range.group(1), "00000101000000");
        Instant until = instant(range.group(2), "00000101235959");
        boolean first = current.startsWith("submittedDate:");
        return said -> {
            Instant at = first ? said.versions().getFirst() : said.versions().getLast();
            return !at.isBefore(from) && !at.isAfter(until);
        };
    }

    private static Instant instant(String digits, String rest) {
        String whole = digits + rest.substring(digits.length());
        return LocalDateTime.parse(whole, DateTimeFormatter.ofPattern("yyyyMMddHHmmss"))
                .toInstant(ZoneOffset.UTC);
    }

    private void advance() {
        if (tokens.hitEnd() && tokens.regionStart() == tokens.regionEnd()) {
            token = "";
            return;
        }
        token = tokens.lookingAt() ? tokens.group(1) : "";
        if (!token.isEmpty()) {
            tokens.region(tokens.end(), tokens.regionEnd());
        }
    }
}
