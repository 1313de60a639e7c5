package dev.broadsheet.web.paper;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.web.shared.DisplayFormat;
import java.util.ArrayList;
import java.util.List;

/** Where else a paper can be found. */
final class PaperLinks {
    private PaperLinks() {}

    static List<NamedLink> of(Metadata metadata) {
        List<NamedLink> links = new ArrayList<>();
        for (Identifier identifier : metadata.identifiers()) {
            String name = identifier.name();
            switch (identifier.scheme()) {
                case ARXIV -> {
                    links.add(new NamedLink("arXiv " + name, Addresses.arxiv(name)));
                    links.add(new NamedLink("PDF", "https://arxiv.org/pdf/" + name));
                    links.add(new NamedLink("Hugging Face", "https://huggingface.co/papers/" + name));
                }
                case DOI -> links.add(new NamedLink("DOI " + name, Addresses.doi(name)));
                case OPENREVIEW -> links.add(new NamedLink("OpenReview", "https://openreview.net/forum?id=" + name));
                case ACL -> links.add(new NamedLink("ACL Anthology", "https://aclanthology.org/" + name + "/"));
                case PUBMED -> links.add(new NamedLink("PubMed", "https://pubmed.ncbi.nlm.nih.gov/" + name + "/"));
                case OPENALEX -> links.add(new NamedLink("OpenAlex", "https://openalex.org/" + name));
                case BROADSHEET -> {
                    // Its address is this page.
                }
            }
        }
        for (Link link : metadata.links()) {
            if (links.stream().noneMatch(known -> known.href().equals(link.url()))) {
                links.add(new NamedLink(words(link), link.url()));
            }
        }
        return links;
    }

    private static String words(Link link) {
        return switch (link.kind()) {
            case PAGE -> "Web page";
            case PDF -> "PDF";
            case CODE -> code(link);
            case PROJECT -> "Project page";
            case MEDIA -> "Media";
        };
    }

    static String code(Link link) {
        Integer stars = link.stars();
        return stars == null ? "Code" : "Code, " + DisplayFormat.count(stars, "star", "stars");
    }
}
