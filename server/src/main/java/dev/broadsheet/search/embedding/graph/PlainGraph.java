package dev.broadsheet.search.embedding.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of an ONNX file, by the names they have there; the fields' numbers are those of
 * {@code onnx.proto}, which never change.
 */
final class PlainGraph {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int NODE_INPUT = 1;
    private static final int NODE_NAME = 3;
    private static final int TENSOR_NAME = 8;

    private final Map<String, ByteBuffer> tensors = new HashMap<>();
    private final Map<String, List<ByteBuffer>> inputsOfNodes = new HashMap<>();

    private PlainGraph() {}

    /**
     * Reads a file.
     *
     * @param file not to be changed while this or one of its tensors is used
     * @throws IOException if it is no ONNX file
     */
    static PlainGraph read(byte[] file) throws IOException {
        List<ByteBuffer> graphs = Protobuf.fields(ByteBuffer.wrap(file)).getOrDefault(MODEL_GRAPH, List.of());
        if (graphs.size() != 1) {
            throw new IOException("the file has no graph");
        }
        Map<Integer, List<ByteBuffer>> fields = Protobuf.fields(graphs.getFirst());
        PlainGraph graph = new PlainGraph();
        for (ByteBuffer tensor : fields.getOrDefault(GRAPH_INITIALIZER, List.of())) {
            for (ByteBuffer name : Protobuf.fields(tensor).getOrDefault(TENSOR_NAME, List.of())) {
                graph.tensors.put(text(name), tensor);
            }
        }
        for (ByteBuffer node : fields.getOrDefault(GRAPH_NODE, List.of())) {
            Map<Integer, List<ByteBuffer>> nodeFields = Protobuf.fields(node);
            for (ByteBuffer name : nodeFields.getOrDefault(NODE_NAME, List.of())) {
                graph.inputsOfNodes.put(text(name), nodeFields.getOrDefault(NODE_INPUT, List.of()));
            }
        }
        return graph;
    }

    boolean hasNode(String name) {
        return inputsOfNodes.containsKey(name);
    }

    /**
     * The name of what a node is given.
     *
     * @param position counted from 0
     * @throws IOException if there is no such node, or it is given less
     */
    String input(String node, int position) throws IOException {
        List<ByteBuffer> inputs = inputsOfNodes.getOrDefault(node, List.of());
        if (position >= inputs.size()) {
            throw new IOException("its graph is of an unknown kind, without input " + position + " of " + node);
        }
        return text(inputs.get(position));
    }

    /**
     * A tensor as it stands in the file, name included.
     *
     * @throws IOException if there is none of this name
     */
    ByteBuffer tensor(String name) throws IOException {
        ByteBuffer tensor = tensors.get(name);
        if (tensor == null) {
            throw new IOException("its graph is of an unknown kind, without " + name);
        }
        return tensor;
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
}
