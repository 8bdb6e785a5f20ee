package org.extenddb.core.expression.eval;

import java.util.List;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.jspecify.annotations.Nullable;

/** A document path with its names resolved. */
public record AttributePath(String attributeName, List<PathStep> steps) implements BoundOperand {
    public AttributePath {
        steps = List.copyOf(steps);
    }

    @Override
    public @Nullable AttributeValue valueIn(Item item) {
        AttributeValue value = item.get(attributeName);
        for (int i = 0; i < steps.size() && value != null; i++) {
            value = steps.get(i).from(value);
        }
        return value;
    }

    public boolean isNested() {
        return !steps.isEmpty();
    }

    /** The path as AWS shows it in messages: {@code [a, [0], b]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[").append(attributeName);
        for (PathStep step : steps) {
            text.append(", ").append(step);
        }
        return text.append(']').toString();
    }
}
