package dev.broadsheet.search.analysis;

import dev.broadsheet.text.PlainText;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import org.apache.lucene.analysis.CharFilter;
import org.jspecify.annotations.Nullable;

/** Gives the tokenizer a text as {@link PlainText}, and its tokens their places in the source. */
final class PlainTextFilter extends CharFilter {
    private @Nullable Reader plain;
    private @Nullable PlainText text;

    PlainTextFilter(Reader source) {
        super(source);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (plain == null) {
            StringWriter source = new StringWriter();
            input.transferTo(source);
            text = PlainText.of(source.toString());
            plain = new StringReader(text == null ? source.toString() : text.text());
        }
        return plain.read(buffer, offset, length);
    }

    @Override
    protected int correct(int offset) {
        return text == null ? offset : text.offset(offset);
    }
}
