package org.extenddb.core.expression.ast;

import java.util.List;

/** A path into an item as written; the first element is a name. */
public record DocumentPath(List<PathElement> elements) implements Operand {
    public DocumentPath {
        elements = List.copyOf(elements);
    }
}
