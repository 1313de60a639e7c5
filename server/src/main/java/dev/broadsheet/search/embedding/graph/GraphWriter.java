package dev.broadsheet.search.embedding.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;

/** Writes an ONNX file node by node; the fields' numbers are those of {@code onnx.proto}, which never change. */
final class GraphWriter {
    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 17;

    /** Of the operators that ONNX Runtime has beyond the standard. */
    private static final String RUNTIMES_OWN = "com.microsoft";

    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final ProtobufMessage graph = new ProtobufMessage().text(2, "encoder");
    private int outputs;

    /** A constant setting of a node. */
    record Attribute(ProtobufMessage message) {
        static Attribute of(String name, long value) {
            return new Attribute(
                    new ProtobufMessage().text(1, name).number(3, value).number(20, 2));
        }

        static Attribute of(String name, float value) {
            return new Attribute(
                    new ProtobufMessage().text(1, name).fraction(2, value).number(20, 1));
        }
    }

    /** Adds weights as they stand in another file, name included. */
    void tensor(ByteBuffer tensor) {
        graph.bytes(5, tensor);
    }

    /** Adds a list of one whole number, and gives its name back. */
    String number(String name, long value) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        graph.message(
                5,
                new ProtobufMessage()
                        .number(1, 1)
                        .number(2, INT64)
                        .text(8, name)
                        .bytes(9, bytes.putLong(value).flip()));
        return name;
    }

    /** Adds a node of the standard with one output, whose name is given back. */
    String standard(String operator, List<String> inputs, Attribute... attributes) {
        return node("", operator, inputs, 1, attributes).getFirst();
    }

    /** Adds a node of the standard with several outputs, whose names are given back. */
    List<String> standard(String operator, List<String> inputs, int count) {
        return node("", operator, inputs, count);
    }

    /** Adds a node of ONNX Runtime's own with one output, whose name is given back. */
    String own(String operator, List<String> inputs, Attribute... attributes) {
        return node(RUNTIMES_OWN, operator, inputs, 1, attributes).getFirst();
    }

    /**
     * The whole file.
     *
     * @param input the name of what the graph is given: whole numbers, one row of any length
     * @param output the name of what it gives: fractions
     */
    ProtobufMessage file(String input, String output) {
        ProtobufMessage oneRow = new ProtobufMessage()
                .message(1, new ProtobufMessage().number(1, 1))
                .message(1, new ProtobufMessage().text(2, "tokens"));
        graph.message(11, value(input, new ProtobufMessage().number(1, INT64).message(2, oneRow)));
        graph.message(12, value(output, new ProtobufMessage().number(1, FLOAT)));
        return new ProtobufMessage()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, new ProtobufMessage().text(1, "").number(2, OPERATOR_SET))
                .message(8, new ProtobufMessage().text(1, RUNTIMES_OWN).number(2, 1));
    }

    private List<String> node(String domain, String operator, List<String> inputs, int count, Attribute... attributes) {
        List<String> names = IntStream.range(0, count)
                .mapToObj(i -> operator + "_" + outputs++)
                .toList();
        ProtobufMessage node = new ProtobufMessage()
                .text(3, names.getFirst())
                .text(4, operator)
                .text(7, domain);
        inputs.forEach(input -> node.text(1, input));
        names.forEach(name -> node.text(2, name));
        for (Attribute attribute : attributes) {
            node.message(5, attribute.message());
        }
        graph.message(1, node);
        return names;
    }

    private static ProtobufMessage value(String name, ProtobufMessage tensorType) {
        return new ProtobufMessage().text(1, name).message(2, new ProtobufMessage().message(1, tensorType));
    }
}
