package org.extenddb.core.expression.eval;

import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.expression.ast.Arithmetic;
import org.extenddb.core.expression.error.MessagesUpdate;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.DynamoNumber;
import org.extenddb.core.model.InvalidNumberException;
import org.extenddb.core.model.Item;

/** What a SET clause assigns. It reads the item as it was before the update. */
public sealed interface UpdateValue {
    /**
     * The value to assign.
     *
     * @throws DynamoDbException ValidationException when the item lacks an attribute or has one of the wrong type, or when a
     *     number leaves its range
     */
    AttributeValue valueIn(Item item);

    record Plain(BoundOperand operand) implements UpdateValue {
        @Override
        public AttributeValue valueIn(Item item) {
            AttributeValue value = operand.valueIn(item);
            if (value == null) {
                throw DynamoDbException.validation(MessagesUpdate.MISSING_ATTRIBUTE);
            }
            return value;
        }
    }

    record IfNotExists(AttributePath path, UpdateValue fallback) implements UpdateValue {
        @Override
        public AttributeValue valueIn(Item item) {
            AttributeValue present = path.valueIn(item);
            return present != null ? present : fallback.valueIn(item);
        }
    }

    record ListAppend(UpdateValue first, UpdateValue second) implements UpdateValue {
        @Override
        public AttributeValue valueIn(Item item) {
            List<AttributeValue> joined = new ArrayList<>(list(first, item));
            joined.addAll(list(second, item));
            return new AttributeValue.ListValue(joined);
        }

        private static List<AttributeValue> list(UpdateValue operand, Item item) {
            if (operand.valueIn(item) instanceof AttributeValue.ListValue list) {
                return list.values();
            }
            throw DynamoDbException.validation(MessagesUpdate.INCORRECT_TYPE);
        }
    }

    record Computed(Arithmetic.Operator operator, UpdateValue left, UpdateValue right) implements UpdateValue {
        @Override
        public AttributeValue valueIn(Item item) {
            DynamoNumber a = number(left, item);
            DynamoNumber b = number(right, item);
            try {
                return new AttributeValue.NumberValue(operator == Arithmetic.Operator.ADD ? a.add(b) : a.subtract(b));
            } catch (InvalidNumberException e) {
                throw DynamoDbException.validation(String.valueOf(e.getMessage()));
            }
        }

        private static DynamoNumber number(UpdateValue operand, Item item) {
            if (operand.valueIn(item) instanceof AttributeValue.NumberValue number) {
                return number.value();
            }
            throw DynamoDbException.validation(MessagesUpdate.INCORRECT_TYPE);
        }
    }
}
