package org.extenddb.core.expression.ast;

/** One step of a document path. */
public sealed interface PathElement {
    /** A name as written: an attribute name or a {@code #placeholder}. */
    record Name(String text) implements PathElement {
        public boolean isPlaceholder() {
            return text.charAt(0) == '#';
        }
    }

    record Index(int value) implements PathElement {}
}
