package dev.broadsheet.search.embedding;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of an ONNX file, by the names they have there. The numbers of the fields are those of
 * {@code onnx.proto}, which never change; reading them by number spares classes generated from it.
 */
final class PlainGraph {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int NODE_INPUT = 1;
    private static final int NODE_NAME = 3;
    private static final int TENSOR_NAME = 8;

    /** Each as it stands in the file, the weights themselves not copied. */
    private final Map<String, ByteString> tensors = new HashMap<>();

    private final Map<String, List<ByteString>> inputsOfNodes = new HashMap<>();

    private PlainGraph() {}

    /**
     * Reads a file.
     *
     * @param file not to be changed while this is used
     * @throws IOException if it is no ONNX file
     */
    static PlainGraph read(byte[] file) throws IOException {
        List<ByteString> graphs = values(message(UnsafeByteOperations.unsafeWrap(file)), MODEL_GRAPH);
        if (graphs.size() != 1) {
            throw new IOException("the file has no graph");
        }
        UnknownFieldSet fields = message(graphs.getFirst());
        PlainGraph graph = new PlainGraph();
        for (ByteString tensor : values(fields, GRAPH_INITIALIZER)) {
            graph.tensors.put(name(message(tensor), TENSOR_NAME), tensor);
        }
        for (ByteString node : values(fields, GRAPH_NODE)) {
            UnknownFieldSet nodeFields = message(node);
            graph.inputsOfNodes.put(name(nodeFields, NODE_NAME), values(nodeFields, NODE_INPUT));
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
        List<ByteString> inputs = inputsOfNodes.getOrDefault(node, List.of());
        if (position >= inputs.size()) {
            throw new IOException("the graph is of an unknown kind: no input " + position + " of a node " + node);
        }
        return inputs.get(position).toStringUtf8();
    }

    /**
     * A tensor with its name, as the file has it.
     *
     * @throws IOException if there is none of this name
     */
    ByteString tensor(String name) throws IOException {
        ByteString tensor = tensors.get(name);
        if (tensor == null) {
            throw new IOException("the graph is of an unknown kind: no tensor " + name);
        }
        return tensor;
    }

    private static UnknownFieldSet message(ByteString bytes) throws IOException {
        CodedInputStream input = bytes.newCodedInput();
        input.enableAliasing(true);
        return UnknownFieldSet.parseFrom(input);
    }

    private static List<ByteString> values(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList();
    }

    private static String name(UnknownFieldSet message, int field) {
        List<ByteString> names = values(message, field);
        return names.isEmpty() ? "" : names.getFirst().toStringUtf8();
    }
}
