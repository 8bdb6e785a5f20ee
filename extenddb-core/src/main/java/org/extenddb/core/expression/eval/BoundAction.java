package org.extenddb.core.expression.eval;

import org.extenddb.core.model.AttributeValue;

/** What an update does at one path. */
public sealed interface BoundAction {
    record Put(UpdateValue value) implements BoundAction {}

    record Remove() implements BoundAction {}

    /** Adds a number to a number, or members to a set. */
    record Add(AttributeValue value) implements BoundAction {}

    /** Takes members from a set. */
    record Delete(AttributeValue members) implements BoundAction {}
}
