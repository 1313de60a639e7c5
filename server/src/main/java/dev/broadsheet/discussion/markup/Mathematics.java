package dev.broadsheet.discussion.markup;

import org.commonmark.node.CustomNode;

/** A formula in a parsed text. */
final class Mathematics extends CustomNode {
    private final String source;
    private final boolean display;

    Mathematics(String source, boolean display) {
        this.source = source;
        this.display = display;
    }

    String source() {
        return source;
    }

    boolean isDisplay() {
        return display;
    }
}
