package dev.broadsheet.web.edition;

import dev.broadsheet.ingest.SinglePapers;
import dev.broadsheet.ingest.SinglePapers.Answer;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifiers;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.Form;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the paper that somebody names in a form: here, else at the sources. Thread-safe. */
final class PaperFinder {
    private static final String NOTHING = " Nothing was submitted.";

    private final Catalogue catalogue;
    private final SinglePapers sources;

    PaperFinder(Catalogue catalogue, SinglePapers sources) {
        this.catalogue = catalogue;
        this.sources = sources;
    }

    /** The paper that is named, or null where the form now says why there is none. */
    @Nullable Paper find(Form form, String field) {
        String name = form.text(field);
        Optional<Paper> here = catalogue.find(name);
        if (here.isPresent()) {
            return here.get();
        }
        Optional<Identifier> identifier = Identifiers.recognise(name);
        if (identifier.isEmpty() || identifier.get().scheme() == Identifier.Scheme.BROADSHEET) {
            form.refuse(
                    field,
                    "No paper is known by “" + shortened(name) + "”. Paste an arXiv id (2608.01234), a DOI"
                            + " (10.1000/182), or the address of the paper’s page at arXiv, doi.org, OpenReview or"
                            + " PubMed." + NOTHING);
            return null;
        }
        return fetched(form, field, identifier.get());
    }

    private @Nullable Paper fetched(Form form, String field, Identifier identifier) {
        Answer answer;
        try {
            answer = sources.fetch(identifier);
        } catch (OperatorException e) {
            form.refuse(field, "The paper could not be fetched: " + e.getMessage() + NOTHING);
            return null;
        }
        Optional<Paper> fetched = catalogue.find(identifier.toString());
        if (fetched.isEmpty()) {
            form.refuse(field, problem(identifier, answer) + NOTHING);
        }
        return fetched.orElse(null);
    }

    private static String problem(Identifier identifier, Answer answer) {
        if (answer.asked().isEmpty()) {
            return "This paper is not here, and no source of this installation can be asked for "
                    + switch (identifier.scheme()) {
                        case ARXIV -> "an arXiv id.";
                        case DOI -> "a DOI.";
                        default -> "such a name.";
                    };
        }
        if (!answer.troubled().isEmpty()) {
            return list(answer.troubled())
                    + " could not be asked at the moment. Try again in some minutes; what you wrote is kept below.";
        }
        return list(answer.asked()) + (answer.asked().size() == 1 ? " knows" : " know") + " no paper by this name.";
    }

    private static String list(List<String> titles) {
        return String.join(", ", titles);
    }

    private static String shortened(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }
}
