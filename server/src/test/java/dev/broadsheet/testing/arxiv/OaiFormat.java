package dev.broadsheet.testing.arxiv;

import dev.broadsheet.testing.arxiv.ArxivList.Item;
import dev.broadsheet.testing.arxiv.ArxivPaper.Description;
import dev.broadsheet.testing.arxiv.ArxivPaper.Name;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Records as arXiv's OAI-PMH server writes them. */
final class OaiFormat {
    private static final Set<String> PHYSICS = Set.of(
            "astro-ph",
            "cond-mat",
            "gr-qc",
            "hep-ex",
            "hep-lat",
            "hep-ph",
            "hep-th",
            "math-ph",
            "nlin",
            "nucl-ex",
            "nucl-th",
            "physics",
            "quant-ph");
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private OaiFormat() {}

    /** The sets that a record is in: {@code cs}, {@code cs:cs} and {@code cs:cs:AI}. */
    static Set<String> sets(List<String> categories) {
        Set<String> sets = new TreeSet<>();
        for (String category : categories) {
            int dot = category.indexOf('.');
            String archive = dot < 0 ? category : category.substring(0, dot);
            String group = PHYSICS.contains(archive) ? "physics" : archive;
            sets.add(group);
            sets.add(group + ":" + archive);
            if (dot > 0) {
                sets.add(group + ":" + archive + ":" + category.substring(dot + 1));
            }
        }
        return sets;
    }

    static void record(Xml xml, Item item, String prefix) {
        Description said = item.stage().said();
        xml.open("record").open("header");
        xml.element("identifier", "oai:arXiv.org:" + item.id());
        xml.element("datestamp", item.stage().day().toString());
        sets(said.categories()).stream()
                .filter(set -> set.indexOf(':') > 0)
                .forEach(set -> xml.element("setSpec", set));
        xml.close("header").open("metadata");
        xml.open(
                prefix,
                "xmlns",
                "http://arxiv.org/OAI/" + prefix + "/",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                "http://arxiv.org/OAI/" + prefix + "/ http://arxiv.org/OAI/" + prefix + ".xsd");
        xml.element("id", item.id());
        if (prefix.equals("arXivRaw")) {
            versions(xml, said);
            xml.element("title", folded(said.title()));
            xml.element("authors", AtomFormat.names(said.authors()));
        } else {
            dates(xml, said);
            authors(xml, said.authors());
            xml.element("title", folded(said.title()));
        }
        xml.element("categories", String.join(" ", said.categories()));
        xml.elementIfAny("comments", said.comments());
        xml.elementIfAny("doi", said.doi());
        xml.element("license", "http://arxiv.org/licenses/nonexclusive-distrib/1.0/");
        xml.element("abstract", "  " + folded(said.summary()) + "\n");
        xml.close(prefix).close("metadata").close("record");
    }

    private static void versions(Xml xml, Description said) {
        xml.element("submitter", said.authors().getFirst().whole());
        for (int i = 0; i < said.versions().size(); i++) {
            boolean gone = said.withdrawn() && i == said.versions().size() - 1;
            xml.open("version", "version", "v" + (i + 1));
            xml.element("date", VERSION.format(said.versions().get(i).atOffset(ZoneOffset.UTC)));
            xml.element("size", gone ? "0kb" : "412kb");
            xml.element("source_type", gone ? "I" : "D");
            xml.close("version");
        }
    }

    private static void dates(Xml xml, Description said) {
        xml.element("created", date(said.versions().getFirst()).toString());
        if (said.versions().size() > 1) {
            xml.element("updated", date(said.versions().getLast()).toString());
        }
    }

    private static void authors(Xml xml, List<Name> authors) {
        xml.open("authors");
        for (Name author : authors) {
            xml.open("author").element("keyname", author.key());
            xml.elementIfAny("forenames", author.forenames()).close("author");
        }
        xml.close("authors");
    }

    private static LocalDate date(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Long lines are broken, as authors submit them. */
    private static String folded(String text) {
        StringBuilder lines = new StringBuilder();
        int length = 0;
        for (String word : text.split(" ")) {
            if (length + word.length() > 72) {
                lines.append("\n  ");
                length = 0;
            } else if (length > 0) {
                lines.append(' ');
            }
            lines.append(word);
            length += word.length() + 1;
        }
        return lines.toString();
    }
}
