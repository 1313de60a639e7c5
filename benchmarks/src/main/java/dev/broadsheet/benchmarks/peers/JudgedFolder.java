package dev.broadsheet.benchmarks.peers;

import dev.broadsheet.evaluation.JudgedCollection;
import dev.broadsheet.evaluation.JudgedCollection.Text;
import dev.broadsheet.paper.CatalogueWriter;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.program.Program;
import dev.broadsheet.search.vector.ModelEmbedder;
import dev.broadsheet.search.vector.PaperText;
import dev.broadsheet.search.vector.VectorCache;
import dev.broadsheet.search.vector.Vectors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A judged collection as a data folder, embedded, so that peers are given it like any other papers.
 *
 * @param documents the collection's names of them, by the numbers of the papers they became
 */
record JudgedFolder(Path path, Map<String, String> documents) {
    /** A document without a title gets the beginning of its text, as when Broadsheet measures itself. */
    private static final Pattern BEGINNING = Pattern.compile("^(?:\\S+\\s+){0,9}\\S+");

    /** @param cache the vectors as {@code eval} keeps them; what is missing there is embedded and added */
    static JudgedFolder of(JudgedCollection collection, Path path, Path cache) throws IOException {
        Map<String, String> documents = new HashMap<>();
        List<ModelEmbedder> models = ModelEmbedder.all();
        List<VectorCache> caches = new ArrayList<>();
        try (Program program = Program.open(path)) {
            for (ModelEmbedder model : models) {
                caches.add(VectorCache.open(model, cache));
            }
            program.catalogue().write(writer -> {
                for (Text document : collection.documents()) {
                    if (!document.title().isEmpty() || !document.text().isEmpty()) {
                        documents.put(Long.toString(add(document, writer, caches)), document.id());
                    }
                }
                return documents.size();
            });
        } finally {
            for (VectorCache one : caches) {
                one.close();
            }
        }
        return new JudgedFolder(path, documents);
    }

    private static long add(Text document, CatalogueWriter writer, List<VectorCache> models) {
        Matcher beginning = BEGINNING.matcher(document.text());
        String title = document.title().isEmpty() && beginning.find() ? beginning.group() : document.title();
        long number =
                writer.add(Metadata.titled(title).abstractText(document.text()).build(), Instant.EPOCH);
        Paper paper = writer.paper(number).orElseThrow();
        String text = PaperText.forMeaning(paper);
        for (VectorCache model : models) {
            writer.transaction()
                    .execute(
                            "insert into embedding (paper, model, content_hash, vector) values (?, ?, ?, ?)",
                            number,
                            model.model(),
                            PaperText.hash(text),
                            Vectors.toBytes(model.passage(text)));
        }
        return number;
    }
}
