package dev.broadsheet.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A paper as some source prints it.
 *
 * @param truth the arXiv name of the paper that it is; of one that is none of arXiv's, a name of ours
 * @param differences how this printing differs from arXiv's own
 */
record Printed(
        String truth, String title, List<String> authors, int year, String abstractText, Set<String> differences) {

    Printed titled(String other, String difference) {
        return new Printed(truth, other, authors, year, abstractText, with(difference));
    }

    Printed by(List<String> others, String difference) {
        return new Printed(truth, title, others, year, abstractText, with(difference));
    }

    Printed in(int other, String difference) {
        return new Printed(truth, title, authors, other, abstractText, with(difference));
    }

    Printed saying(String other, String difference) {
        return new Printed(truth, title, authors, year, other, with(difference));
    }

    /** Another paper, however much it looks like this one. */
    Printed another(String name) {
        return new Printed(name, title, authors, year, abstractText, differences);
    }

    private Set<String> with(String difference) {
        Set<String> all = new TreeSet<>(differences);
        if (!difference.isEmpty()) {
            all.add(difference);
        }
        return all;
    }
}
