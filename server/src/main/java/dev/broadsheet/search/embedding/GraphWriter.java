package dev.broadsheet.search.embedding;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes an ONNX file node by node; the numbers are those of {@code onnx.proto}, which never change. */
final class GraphWriter {
    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 17;
    /** Of the operators that ONNX Runtime has beyond the standard. */
    private static final String RUNTIMES_OWN = "com.microsoft";

    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final UnknownFieldSet.Builder graph = UnknownFieldSet.newBuilder();
    private int outputs;

    /** A constant setting of a node. */
    record Attribute(String name, Field value, int valueField, int type) {
        static Attribute of(String name, long value) {
            return new Attribute(name, number(value), 3, 2);
        }

        static Attribute of(String name, float value) {
            return new Attribute(
                    name,
                    Field.newBuilder().addFixed32(Float.floatToIntBits(value)).build(),
                    2,
                    1);
        }

        private ByteString message() {
            return UnknownFieldSet.newBuilder()
                    .addField(1, text(name))
                    .addField(valueField, value)
                    .addField(20, number(type))
                    .build()
                    .toByteString();
        }
    }

    /** Adds weights with the name they have in another file. */
    void tensor(ByteString tensor) {
        add(5, tensor);
    }

    /** Adds a constant list of whole numbers, and gives its name back. */
    String numbers(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        tensor(UnknownFieldSet.newBuilder()
                .addField(1, number(values.length))
                .addField(2, number(INT64))
                .addField(8, text(name))
                .addField(9, bytes(ByteString.copyFrom(bytes)))
                .build()
                .toByteString());
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
    byte[] file(String input, String output) {
        UnknownFieldSet row = UnknownFieldSet.newBuilder()
                .addField(1, bytes(message(1, number(1))))
                .mergeField(1, bytes(message(2, text("tokens"))))
                .build();
        add(2, ByteString.copyFromUtf8("transformer"));
        add(11, tensorType(input, INT64, row));
        add(12, tensorType(output, FLOAT, null));
        return UnknownFieldSet.newBuilder()
                .addField(1, number(IR_VERSION))
                .addField(7, bytes(graph.build().toByteString()))
                .addField(8, bytes(operators("", OPERATOR_SET)))
                .mergeField(8, bytes(operators(RUNTIMES_OWN, 1)))
                .build()
                .toByteArray();
    }

    private List<String> node(String domain, String operator, List<String> inputs, int count, Attribute... attributes) {
        List<String> names = IntStream.range(0, count)
                .mapToObj(i -> operator + "_" + outputs++)
                .toList();
        UnknownFieldSet.Builder node = UnknownFieldSet.newBuilder()
                .addField(3, text(names.getFirst()))
                .addField(4, text(operator))
                .addField(7, text(domain));
        inputs.forEach(input -> node.mergeField(1, text(input)));
        names.forEach(name -> node.mergeField(2, text(name)));
        for (Attribute attribute : attributes) {
            node.mergeField(5, bytes(attribute.message()));
        }
        add(1, node.build().toByteString());
        return names;
    }

    private void add(int field, ByteString message) {
        graph.mergeField(field, bytes(message));
    }

    private static ByteString tensorType(String name, int type, @Nullable UnknownFieldSet shape) {
        UnknownFieldSet.Builder tensor = UnknownFieldSet.newBuilder().addField(1, number(type));
        if (shape != null) {
            tensor.addField(2, bytes(shape.toByteString()));
        }
        return UnknownFieldSet.newBuilder()
                .addField(1, text(name))
                .addField(2, bytes(message(1, bytes(tensor.build().toByteString()))))
                .build()
                .toByteString();
    }

    private static ByteString operators(String domain, int version) {
        return UnknownFieldSet.newBuilder()
                .addField(1, text(domain))
                .addField(2, number(version))
                .build()
                .toByteString();
    }

    private static ByteString message(int field, Field value) {
        return UnknownFieldSet.newBuilder().addField(field, value).build().toByteString();
    }

    private static Field number(long value) {
        return Field.newBuilder().addVarint(value).build();
    }

    private static Field text(String value) {
        return bytes(ByteString.copyFromUtf8(value));
    }

    private static Field bytes(ByteString value) {
        return Field.newBuilder().addLengthDelimited(value).build();
    }
}
