package de.postlotse.provider.paste;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a text that programs read: what one pair of brackets, or one level of indentation, holds. */
final class Tree {

    /** @param key what stands before the colon or the equals sign; null in a list */
    record Value(@Nullable String key, String text, int line) {}

    final String name;
    final int depth;
    final int indent;
    final int firstLine;
    int lastLine;
    final List<Value> values = new ArrayList<>();
    final List<Tree> parts = new ArrayList<>();

    /**
     * @param name what stands before it: a key, the name of a function, the words before a bracket
     * @param indent how far its own line is indented, where that is what parts it from others
     */
    Tree(String name, @Nullable Tree parent, int indent, int firstLine) {
        this.name = name;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.indent = indent;
        this.firstLine = firstLine;
        this.lastLine = firstLine;
        if (parent != null) {
            parent.parts.add(this);
        }
    }

    void add(@Nullable String key, String text, int line) {
        values.add(new Value(key, text, line));
    }
}
