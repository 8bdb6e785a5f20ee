package org.extenddb.core.expression.eval;

import java.util.List;
import org.extenddb.core.model.AttributeValue;
import org.jspecify.annotations.Nullable;

/** One step down from a value. */
public sealed interface PathStep {
    /** The value this step leads to; null when there is none. */
    @Nullable
    AttributeValue from(AttributeValue parent);

    /** A member of a map. */
    record Member(String name) implements PathStep {
        @Override
        public @Nullable AttributeValue from(AttributeValue parent) {
            return parent instanceof AttributeValue.MapValue map ? map.values().get(name) : null;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** An element of a list. */
    record Element(int index) implements PathStep {
        @Override
        public @Nullable AttributeValue from(AttributeValue parent) {
            if (parent instanceof AttributeValue.ListValue list) {
                List<AttributeValue> values = list.values();
                return index < values.size() ? values.get(index) : null;
            }
            return null;
        }

        @Override
        public String toString() {
            return "[" + index + "]";
        }
    }
}
