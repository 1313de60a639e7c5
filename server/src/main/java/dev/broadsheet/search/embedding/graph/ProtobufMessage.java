package dev.broadsheet.search.embedding.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A protobuf message that is being written; what is put into it is not copied before the end. */
public final class ProtobufMessage {
    private static final int LONGEST_HEAD = 20;

    private final List<ByteBuffer> pieces = new ArrayList<>();
    private int size;

    /** Adds a whole number; this one, like the others here, gives the message itself back. */
    public ProtobufMessage number(int field, long value) {
        return piece(varint(varint(head(), (long) field << 3), value).flip());
    }

    public ProtobufMessage fraction(int field, float value) {
        return piece(varint(head(), (long) field << 3 | 5).putFloat(value).flip());
    }

    public ProtobufMessage text(int field, String value) {
        return bytes(field, ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds bytes, which must stay as they are. */
    public ProtobufMessage bytes(int field, ByteBuffer value) {
        return length(field, value.remaining()).piece(value);
    }

    /** Adds a message as it is now. */
    public ProtobufMessage message(int field, ProtobufMessage value) {
        length(field, value.size);
        value.pieces.forEach(this::piece);
        return this;
    }

    /** How many bytes it has now. */
    public int size() {
        return size;
    }

    /** Puts the message into a buffer. */
    public void writeTo(ByteBuffer buffer) {
        pieces.forEach(piece -> buffer.put(piece.duplicate()));
    }

    private ProtobufMessage length(int field, int length) {
        return piece(varint(varint(head(), (long) field << 3 | 2), length).flip());
    }

    private ProtobufMessage piece(ByteBuffer piece) {
        pieces.add(piece);
        size = Math.addExact(size, piece.remaining());
        return this;
    }

    private static ByteBuffer head() {
        return ByteBuffer.allocate(LONGEST_HEAD).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer varint(ByteBuffer head, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            head.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        return head.put((byte) rest);
    }
}
