package dev.broadsheet.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads judgements: three fields (query, document, grade) parted by tabs, or by spaces where there is no
 * tab, or TREC's four, whose second says nothing. A header is left out.
 */
final class Judgements {
    private final Map<String, Map<String, Double>> grades = new LinkedHashMap<>();
    private boolean headed;

    /** @throws IllegalArgumentException if the line is not a judgement, or contradicts an earlier one */
    void read(String line) {
        String[] fields =
                line.indexOf('\t') >= 0 ? line.split("\t", -1) : line.strip().split("\\s+");
        if (fields.length < 3 || fields.length > 4) {
            throw new IllegalArgumentException(
                    "expected query, document and grade parted by tabs, or TREC's four fields");
        }
        String written = fields[fields.length - 1].strip();
        boolean first = !headed && grades.isEmpty();
        headed = true;
        if (first && written.chars().noneMatch(Character::isDigit)) {
            return;
        }
        String query = fields[0].strip();
        String document = fields[fields.length - 2].strip();
        if (query.isEmpty() || document.isEmpty()) {
            throw new IllegalArgumentException("an id is empty");
        }
        double grade = grade(written);
        Double before =
                grades.computeIfAbsent(query, key -> new LinkedHashMap<>()).put(document, grade);
        if (before != null && before != grade) {
            throw new IllegalArgumentException(
                    "document " + document + " was judged " + before + " for query " + query + " before");
        }
    }

    /** Grade by document, by query. */
    Map<String, Map<String, Double>> grades() {
        return grades;
    }

    private static double grade(String written) {
        double grade;
        try {
            grade = Double.parseDouble(written);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the grade \"" + written + "\" is not a number", e);
        }
        if (!Double.isFinite(grade)) {
            throw new IllegalArgumentException("the grade \"" + written + "\" is not finite");
        }
        return grade;
    }
}
