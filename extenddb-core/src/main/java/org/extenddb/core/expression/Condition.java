package org.extenddb.core.expression;

import java.util.Collections;
import java.util.Set;
import org.extenddb.core.expression.eval.BoundCondition;
import org.extenddb.core.model.Item;

/** A condition or filter that is ready to test items. Immutable. */
public final class Condition {
    private final BoundCondition condition;
    private final Set<String> attributeNames;
    private final Set<String> nestedAttributeNames;

    Condition(BoundCondition condition, Set<String> attributeNames, Set<String> nestedAttributeNames) {
        this.condition = condition;
        this.attributeNames = Collections.unmodifiableSet(attributeNames);
        this.nestedAttributeNames = Collections.unmodifiableSet(nestedAttributeNames);
    }

    /**
     * Wraps a bound condition that names top-level attributes alone.
     *
     * @param attributeNames all that it names
     */
    public static Condition ofAttributes(BoundCondition condition, Set<String> attributeNames) {
        return new Condition(condition, attributeNames, Set.of());
    }

    /** Whether {@code item} meets the condition; an item that does not exist is {@link Item#EMPTY}. Never fails. */
    public boolean test(Item item) {
        return condition.test(item);
    }

    /** The top-level attributes the condition looks at, in order of appearance: all that needs to be decoded of an item. */
    public Set<String> attributeNames() {
        return attributeNames;
    }

    /** Those of them that a path goes into, which key attributes do not allow. */
    public Set<String> nestedAttributeNames() {
        return nestedAttributeNames;
    }
}
