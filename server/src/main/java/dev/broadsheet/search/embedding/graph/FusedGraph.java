package dev.broadsheet.search.embedding.graph;

import dev.broadsheet.search.embedding.graph.GraphWriter.Attribute;
import java.io.IOException;
import java.util.List;

/**
 * The graph of a BERT encoder written anew over the weights of the shipped one, with fewer and larger
 * operators (decision 16). It computes the same, save what has no part in the vector of a text: texts
 * are neither padded nor made of two parts, so nothing is masked and all tokens are of the first kind;
 * and where the first token alone is pooled, the last layer computes no other.
 */
public final class FusedGraph {
    /** The one input: the numbers of a text's tokens, one row of them. */
    public static final String TOKENS = "input_ids";

    /** Of both models, and of every BERT of 384 dimensions. */
    private static final long HEADS = 12;

    /** As BERT was trained with it. */
    private static final Attribute EPSILON = Attribute.of("epsilon", 1e-12f);

    private final PlainGraph plain;
    private final GraphWriter fused = new GraphWriter();
    private final String zero = fused.number("zero", 0);
    private final String one = fused.number("one", 1);

    private FusedGraph(PlainGraph plain) {
        this.plain = plain;
    }

    /**
     * Writes the graph.
     *
     * @param file a BERT encoder in ONNX, with the names that it has from its export out of transformers
     *     and from dynamic quantization
     * @param firstTokenOnly whether the first token's vector is all that is wanted
     * @return a file (which shares bytes with the one given) whose one output is the tokens' vectors, one after the other
     * @throws IOException if the file is no such encoder
     */
    public static ProtobufMessage of(byte[] file, boolean firstTokenOnly) throws IOException {
        FusedGraph graph = new FusedGraph(PlainGraph.read(file));
        int layers = 0;
        while (graph.plain.hasNode(product(layer(layers) + "attention/self/query"))) {
            layers++;
        }
        String tokens = graph.embeddings();
        for (int layer = 0; layer < layers; layer++) {
            tokens = graph.encoded(layer(layer), tokens, firstTokenOnly && layer == layers - 1);
        }
        return graph.fused.file(TOKENS, tokens);
    }

    private String embeddings() throws IOException {
        String length = fused.standard("Shape", List.of(TOKENS), Attribute.of("start", 1), Attribute.of("end", 2));
        String words = "embeddings.word_embeddings.weight";
        String positions = "embeddings.position_embeddings.weight";
        String kinds = "embeddings.token_type_embeddings.weight";
        String word = fused.standard("Gather", List.of(tensor(words + "_quantized"), TOKENS));
        String position = fused.standard("Slice", List.of(tensor(positions + "_quantized"), zero, length, zero));
        String firstKind = fused.standard("Slice", List.of(tensor(kinds + "_quantized"), zero, one, zero));
        String place = fused.standard("Add", List.of(dequantized(position, positions), dequantized(firstKind, kinds)));
        return normalizedSum("embeddings/LayerNorm", dequantized(word, words), place);
    }

    private String encoded(String layer, String tokens, boolean firstOnly) throws IOException {
        String self = layer + "attention/self/";
        List<String> quantized = fused.standard("DynamicQuantizeLinear", List.of(tokens), 3);
        String kept = firstOnly ? fused.standard("Slice", List.of(tokens, zero, one, one)) : tokens;
        String query = firstOnly ? dense(self + "query", kept) : quantizedDense(self + "query", quantized);
        String attended = fused.own(
                "MultiHeadAttention",
                List.of(query, quantizedDense(self + "key", quantized), quantizedDense(self + "value", quantized)),
                Attribute.of("num_heads", HEADS));
        String output = layer + "attention/output/";
        String attention = normalizedSum(output + "LayerNorm", dense(output + "dense", attended), kept);
        String wide = fused.own("Gelu", List.of(dense(layer + "intermediate/dense", attention)));
        return normalizedSum(layer + "output/LayerNorm", dense(layer + "output/dense", wide), attention);
    }

    private String dense(String place, String values) throws IOException {
        String weights = weights(place);
        return fused.own(
                "DynamicQuantizeMatMul",
                List.of(values, tensor(weights), scale(weights), zeroPoint(place), bias(place)));
    }

    /** Of values that have been quantized, as several products of the same values need it but once. */
    private String quantizedDense(String place, List<String> values) throws IOException {
        String weights = weights(place);
        return fused.own(
                "MatMulIntegerToFloat",
                List.of(
                        values.getFirst(),
                        tensor(weights),
                        values.get(1),
                        scale(weights),
                        values.get(2),
                        zeroPoint(place),
                        bias(place)));
    }

    private String normalizedSum(String place, String one, String other) throws IOException {
        String weights = dotted(place);
        return fused.own(
                "SkipLayerNormalization",
                List.of(one, other, tensor(weights + ".weight"), tensor(weights + ".bias")),
                EPSILON);
    }

    private String dequantized(String values, String weights) throws IOException {
        return fused.standard(
                "DequantizeLinear", List.of(values, tensor(weights + "_scale"), tensor(weights + "_zero_point")));
    }

    private String weights(String place) throws IOException {
        return plain.input(product(place), 1);
    }

    private String scale(String weights) throws IOException {
        return tensor(weights.replace("_quantized", "_scale"));
    }

    private String zeroPoint(String place) throws IOException {
        return tensor(plain.input(product(place), 3));
    }

    private String bias(String place) throws IOException {
        return tensor(dotted(place) + ".bias");
    }

    private String tensor(String name) throws IOException {
        fused.tensor(plain.tensor(name));
        return name;
    }

    private static String layer(int number) {
        return "encoder/layer." + number + "/";
    }

    /** The node that multiplies; nodes are named by path where weights are by dots. */
    private static String product(String place) {
        return "/" + place + "/MatMul_quant";
    }

    private static String dotted(String place) {
        return place.replace('/', '.');
    }
}
