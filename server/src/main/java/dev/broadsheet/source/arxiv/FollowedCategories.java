package dev.broadsheet.source.arxiv;

import java.util.List;

/** The categories that are followed; an archive's name ({@code math}) stands for all of its categories. */
record FollowedCategories(List<String> parts) {
    /** The groups of archives by which OAI-PMH harvests; all other archives belong to physics. */
    private static final List<String> GROUPS = List.of("cs", "econ", "eess", "math", "q-bio", "q-fin", "stat");

    FollowedCategories {
        parts = List.copyOf(parts);
    }

    static boolean covers(String part, String category) {
        return category.equals(part) || (category.startsWith(part) && category.charAt(part.length()) == '.');
    }

    boolean any(List<String> categories) {
        return parts.stream().anyMatch(part -> categories.stream().anyMatch(category -> covers(part, category)));
    }

    /** The archives, in order, as names of sets of the OAI-PMH service. */
    List<String> sets() {
        return parts.stream().map(FollowedCategories::set).distinct().toList();
    }

    /** Those that a set holds. */
    FollowedCategories in(String set) {
        return new FollowedCategories(
                parts.stream().filter(part -> set(part).equals(set)).toList());
    }

    private static String set(String part) {
        int dot = part.indexOf('.');
        String archive = dot < 0 ? part : part.substring(0, dot);
        return GROUPS.contains(archive) ? archive : "physics:" + archive;
    }
}
