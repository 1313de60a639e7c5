package dev.broadsheet.search;

import dev.broadsheet.installation.Digest;
import dev.broadsheet.search.engine.SortKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended. As a text it is opaque, may stand in an address, has less than 60 characters, and
 * is bound to its request: a checksum of both tells a broken one, and one of another request, from a
 * sound one. It keeps no secret: whoever makes one up chooses where to begin, and whose remembered order
 * stands under their own question.
 */
sealed interface PageCursor {
    /** So many answers to words are ranked; what lies behind them is of no use. */
    int LONGEST_RANKING = 1000;

    /** How many answers came before. */
    int offset();

    /**
     * In the answers to words.
     *
     * @param order the key by which the order is remembered
     * @param highest no paper of the first page's index had a higher number
     */
    record InRanking(long order, int offset, long highest) implements PageCursor {}

    /** In the list of all that pass the filters. */
    record InList(SortKey last, int offset) implements PageCursor {}

    /** What {@link #read} reads, for a question with a text of its own. */
    static String text(PageCursor cursor, Object question) {
        ByteBuffer bytes = ByteBuffer.allocate(Form.LONGEST);
        switch (cursor) {
            case InRanking in ->
                bytes.put(Form.RANKING).putLong(in.order).putInt(in.offset).putLong(in.highest);
            case InList in ->
                bytes.put(Form.LIST)
                        .putInt(in.last.measure())
                        .putInt(in.last.day())
                        .putLong(in.last.number())
                        .putInt(in.offset);
        }
        byte[] content = Arrays.copyOf(bytes.array(), bytes.position());
        bytes.put(Form.checksum(content, question));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    /** The cursor that a text stands for; null where it stands for none, or for one of another question. */
    static @Nullable PageCursor read(String text, Object question) {
        if (text.length() > 2 * Form.LONGEST) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            byte[] content = Arrays.copyOf(bytes, Math.max(0, bytes.length - Form.CHECKSUM));
            byte[] checksum = Arrays.copyOfRange(bytes, content.length, bytes.length);
            return Arrays.equals(checksum, Form.checksum(content, question))
                    ? Form.read(ByteBuffer.wrap(content))
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** How it is written. */
    final class Form {
        private static final byte RANKING = 1;
        private static final byte LIST = 2;
        private static final int CHECKSUM = 8;
        private static final int LONGEST = 40;

        /** Papers that a list may have had before; more than a catalogue will hold. */
        private static final int LONGEST_LIST = 1_000_000_000;

        private Form() {}

        private static @Nullable PageCursor read(ByteBuffer bytes) {
            byte kind = bytes.remaining() == 21 ? bytes.get() : 0;
            @Nullable PageCursor read = switch (kind) {
                case RANKING -> new InRanking(bytes.getLong(), bytes.getInt(), bytes.getLong());
                case LIST -> new InList(new SortKey(bytes.getInt(), bytes.getInt(), bytes.getLong()), bytes.getInt());
                default -> null;
            };
            int most = kind == RANKING ? LONGEST_RANKING : LONGEST_LIST;
            return read == null || read.offset() < 1 || read.offset() > most ? null : read;
        }

        private static byte[] checksum(byte[] content, Object question) {
            byte[] digest = Digest.sha256(content, question.toString().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, CHECKSUM);
        }
    }
}
