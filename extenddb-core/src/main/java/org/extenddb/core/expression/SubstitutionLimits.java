package org.extenddb.core.expression;

import java.util.Map;
import org.extenddb.core.expression.error.InvalidExpressionException;
import org.extenddb.core.expression.error.MessagesExpression;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.Utf8Length;

/**
 * How much may stand in ExpressionAttributeNames and ExpressionAttributeValues. The service's own client for DAX has the texts.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-expression-parameters">Expression parameters</a>
 */
final class SubstitutionLimits {
    static final String NAMES = "ExpressionAttributeNames";
    static final String VALUES = "ExpressionAttributeValues";

    /** Of a placeholder, its sign included. */
    private static final int MAX_KEY = 255;

    /** Of all placeholders and what stands for them. */
    private static final int MAX_ALL = 2 * 1024 * 1024;

    private SubstitutionLimits() {}

    static void requireShortName(String placeholder) {
        int size = Utf8Length.of(placeholder);
        if (size > MAX_KEY) {
            throw new InvalidExpressionException(MessagesExpression.nameKeyTooLong(NAMES, size), null);
        }
    }

    static void requireShortValue(String placeholder) {
        if (Utf8Length.of(placeholder) > MAX_KEY) {
            throw new InvalidExpressionException(MessagesExpression.keyTooLong(VALUES), null);
        }
    }

    static void requireSize(Map<String, String> names, Map<String, AttributeValue> values) {
        long ofNames = 0;
        for (Map.Entry<String, String> name : names.entrySet()) {
            ofNames += Utf8Length.of(name.getKey()) + Utf8Length.of(name.getValue());
        }
        require(ofNames, MessagesExpression.tooLarge(NAMES));
        long ofValues = ItemSize.of(values);
        require(ofValues, MessagesExpression.tooLarge(VALUES));
        require(ofNames + ofValues, MessagesExpression.TOO_LARGE_TOGETHER);
    }

    private static void require(long bytes, String refusal) {
        if (bytes > MAX_ALL) {
            throw new InvalidExpressionException(refusal, null);
        }
    }
}
