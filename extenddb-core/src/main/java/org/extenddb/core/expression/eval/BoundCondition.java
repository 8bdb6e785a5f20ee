package org.extenddb.core.expression.eval;

import java.util.List;
import org.extenddb.core.expression.ast.Comparator;
import org.extenddb.core.model.AttributeType;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;

/** A condition with names and values resolved and operand types checked. Testing an item cannot fail. */
public sealed interface BoundCondition {
    boolean test(Item item);

    /** True when all are true. */
    record All(List<BoundCondition> conditions) implements BoundCondition {
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean test(Item item) {
            for (int i = 0; i < conditions.size(); i++) {
                if (!conditions.get(i).test(item)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** True when any is true. */
    record Any(List<BoundCondition> conditions) implements BoundCondition {
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean test(Item item) {
            for (int i = 0; i < conditions.size(); i++) {
                if (conditions.get(i).test(item)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Negated(BoundCondition condition) implements BoundCondition {
        @Override
        public boolean test(Item item) {
            return !condition.test(item);
        }
    }

    /** A missing attribute equals nothing, differs from everything and has no order; a missing size compares false always. */
    record Compared(Comparator comparator, BoundOperand left, BoundOperand right) implements BoundCondition {
        @Override
        public boolean test(Item item) {
            AttributeValue a = left.valueIn(item);
            AttributeValue b = right.valueIn(item);
            if (a == null || b == null) {
                boolean sizeMissing = (a == null && left instanceof SizeOf) || (b == null && right instanceof SizeOf);
                return comparator == Comparator.NOT_EQUAL && !sizeMissing;
            }
            if (!comparator.isOrdering()) {
                return a.equals(b) == (comparator == Comparator.EQUAL);
            }
            int order = Values.compare(a, b);
            return order != Values.UNORDERED && holds(order);
        }

        private boolean holds(int order) {
            return switch (comparator) {
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
            };
        }
    }

    record Within(BoundOperand operand, BoundOperand lower, BoundOperand upper) implements BoundCondition {
        @Override
        public boolean test(Item item) {
            AttributeValue value = operand.valueIn(item);
            AttributeValue low = lower.valueIn(item);
            AttributeValue high = upper.valueIn(item);
            if (value == null || low == null || high == null) {
                return false;
            }
            int toLow = Values.compare(value, low);
            int toHigh = Values.compare(value, high);
            return toLow >= 0 && toHigh <= 0 && toHigh != Values.UNORDERED;
        }
    }

    record OneOf(BoundOperand operand, List<BoundOperand> candidates) implements BoundCondition {
        public OneOf {
            candidates = List.copyOf(candidates);
        }

        @Override
        public boolean test(Item item) {
            AttributeValue value = operand.valueIn(item);
            if (value == null) {
                return false;
            }
            for (int i = 0; i < candidates.size(); i++) {
                if (value.equals(candidates.get(i).valueIn(item))) {
                    return true;
                }
            }
            return false;
        }
    }

    record Exists(AttributePath path) implements BoundCondition {
        @Override
        public boolean test(Item item) {
            return path.valueIn(item) != null;
        }
    }

    record HasType(BoundOperand operand, AttributeType type) implements BoundCondition {
        @Override
        public boolean test(Item item) {
            AttributeValue value = operand.valueIn(item);
            return value != null && value.type() == type;
        }
    }

    record BeginsWith(BoundOperand operand, BoundOperand prefix) implements BoundCondition {
        @Override
        public boolean test(Item item) {
            AttributeValue value = operand.valueIn(item);
            AttributeValue start = prefix.valueIn(item);
            return value != null && start != null && Values.beginsWith(value, start);
        }
    }

    record Contains(BoundOperand container, BoundOperand member) implements BoundCondition {
        @Override
        public boolean test(Item item) {
            AttributeValue all = container.valueIn(item);
            AttributeValue part = member.valueIn(item);
            return all != null && part != null && Values.contains(all, part);
        }
    }
}
