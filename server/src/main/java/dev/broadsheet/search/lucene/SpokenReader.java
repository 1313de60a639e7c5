package dev.broadsheet.search.lucene;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import org.apache.lucene.analysis.CharFilter;
import org.jspecify.annotations.Nullable;

/** Gives the tokenizer a text as {@link SpokenText}, and its tokens their places in the source. */
final class SpokenReader extends CharFilter {
    private @Nullable Reader spoken;
    private @Nullable SpokenText text;

    SpokenReader(Reader source) {
        super(source);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (spoken == null) {
            StringWriter source = new StringWriter();
            input.transferTo(source);
            text = SpokenText.of(source.toString());
            spoken = new StringReader(text == null ? source.toString() : text.text());
        }
        return spoken.read(buffer, offset, length);
    }

    @Override
    protected int correct(int offset) {
        return text == null ? offset : text.offset(offset);
    }
}
