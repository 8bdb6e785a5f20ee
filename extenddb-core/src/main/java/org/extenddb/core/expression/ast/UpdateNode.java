package org.extenddb.core.expression.ast;

import java.util.List;

/** The actions of an update expression in the order in which they were written. */
public record UpdateNode(List<UpdateAction> actions) {
    public UpdateNode {
        actions = List.copyOf(actions);
    }
}
