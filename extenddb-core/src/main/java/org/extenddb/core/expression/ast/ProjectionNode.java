package org.extenddb.core.expression.ast;

import java.util.List;

/** The paths of a projection expression in the order in which they were written. */
public record ProjectionNode(List<DocumentPath> paths) {
    public ProjectionNode {
        paths = List.copyOf(paths);
    }
}
