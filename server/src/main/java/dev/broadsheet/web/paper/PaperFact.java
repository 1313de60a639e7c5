package dev.broadsheet.web.paper;

import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Version;
import dev.broadsheet.text.TexText;
import dev.broadsheet.web.shared.DisplayFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One thing that is known of a paper, as name and value. */
record PaperFact(String name, String value) {
    /** What the metadata tells, without what a page shows elsewhere. */
    static List<PaperFact> of(Metadata metadata) {
        List<PaperFact> facts = new ArrayList<>();
        add(facts, "Published", metadata.published() == null ? null : DisplayFormat.date(metadata.published()));
        add(facts, "Announced", metadata.announced() == null ? null : DisplayFormat.date(metadata.announced()));
        boolean changed = metadata.updated() != null && !metadata.updated().equals(metadata.published());
        add(
                facts,
                "Last changed",
                changed && metadata.updated() != null ? DisplayFormat.date(metadata.updated()) : null);
        add(facts, "Versions", versions(metadata.versions()));
        add(facts, "Categories", String.join(", ", metadata.categories()));
        add(facts, "Keywords", String.join(", ", metadata.keywords()));
        add(facts, "Comments", metadata.comments() == null ? null : TexText.plain(metadata.comments()));
        add(facts, "Journal", metadata.journalReference());
        add(facts, "Licence", metadata.licence() == null ? null : DisplayFormat.licence(metadata.licence()));
        return facts;
    }

    /** Leaves out what is not known. */
    static void add(List<PaperFact> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new PaperFact(name, value));
        }
    }

    private static String versions(List<Version> versions) {
        return versions.stream()
                .map(version -> "v" + version.number()
                        + (version.date() == null ? "" : " of " + DisplayFormat.date(version.date())))
                .collect(Collectors.joining(", "));
    }
}
