package dev.broadsheet.testing.arxiv;

import dev.broadsheet.testing.arxiv.ArxivPaper.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invents titles, abstracts and names, with what is awkward in real ones. */
final class ArxivWords {
    private static final List<String> QUALITIES = List.of(
            "Sparse",
            "Causal",
            "Robust",
            "Latent",
            "Modular",
            "Bayesian",
            "Spectral",
            "Federated",
            "Neural",
            "Minimal",
            "Adaptive",
            "Hierarchical",
            "Verifiable",
            "Diffusive",
            "Contrastive",
            "Amortised");
    private static final List<String> THINGS = List.of(
            "Planning",
            "Retrieval",
            "Attention",
            "Tokenisers",
            "Kernels",
            "Agents",
            "Bandits",
            "Translation",
            "Proofs",
            "Embeddings",
            "Schrödinger Bridges",
            "$\\ell_1$ Bounds",
            "Erdős Graphs",
            "Parsing",
            "Memory",
            "Dialogue",
            "Q&A",
            "Trees with $n < 2^k$ Leaves",
            "Łukasiewicz Logic",
            "机器学习");
    private static final List<String> TIES = List.of("for", "without", "beyond", "meets", "under", "from", "and", "as");
    private static final List<String> FORENAMES = List.of(
            "Ada", "José", "Wei", "Søren", "Olga", "R. J.", "Mária", "Yıldız", "Noor", "Chidi", "", "Anne-Lise");
    private static final List<String> KEYS = List.of(
            "Lovelace",
            "García",
            "Zhang",
            "Kierkegaard",
            "Ладыженская",
            "O'Neill",
            "Šafárik",
            "van der Berg",
            "Öz",
            "Okafor",
            "Li",
            "Dupont");

    private final Random random;

    ArxivWords(Random random) {
        this.random = random;
    }

    /** Now and then the same as another paper's. */
    String title() {
        StringBuilder title = new StringBuilder(one(QUALITIES)).append(' ').append(one(THINGS));
        for (int i = random.nextInt(5); i > 0; i--) {
            title.append(' ')
                    .append(one(TIES))
                    .append(' ')
                    .append(one(QUALITIES))
                    .append(' ')
                    .append(one(THINGS));
        }
        return title.toString();
    }

    String summary() {
        StringBuilder summary = new StringBuilder("We study ");
        for (int i = 5 + random.nextInt(10); i > 0; i--) {
            summary.append(one(QUALITIES))
                    .append(' ')
                    .append(one(THINGS))
                    .append(' ')
                    .append(one(TIES))
                    .append(' ');
        }
        return summary.append("benchmark ")
                .append(random.nextInt(100_000))
                .append('.')
                .toString();
    }

    List<Name> names(int count) {
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(new Name(one(FORENAMES), one(KEYS)));
        }
        return names;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
