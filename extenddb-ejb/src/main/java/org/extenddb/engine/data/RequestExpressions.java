package org.extenddb.engine.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.error.MessagesAttributeValue;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.expression.ExpressionContext;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.NestingDepth;
import org.extenddb.core.model.Utf8Length;
import org.extenddb.core.wire.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * Checks which parameters of a request may stand beside each other, and brings names and values together for the expressions.
 * Parameters are told by {@link #expression} and {@link #legacy} in the order in which DynamoDB's text lists them.
 */
public final class RequestExpressions {
    private final Wording wording;
    private final Map<String, Boolean> expressions = new LinkedHashMap<>();
    private final List<String> legacy = new ArrayList<>();
    private boolean anyDepth;

    public RequestExpressions(Wording wording) {
        this.wording = wording;
    }

    /** Takes values however deeply they nest, as transactions do: there the finished item decides. */
    public RequestExpressions anyDepth() {
        anyDepth = true;
        return this;
    }

    /** An expression the request may have. */
    public RequestExpressions expression(String member, @Nullable String text) {
        if (text != null) {
            expressions.put(member, !member.equals("ProjectionExpression"));
        }
        return this;
    }

    /** A legacy parameter the request may have. */
    public RequestExpressions legacy(String member, @Nullable Object value) {
        if (value != null) {
            legacy.add(member);
        }
        return this;
    }

    /**
     * Checks the mix, and the names and values as such.
     *
     * @return the names and values for parsing; unused ones are refused once all expressions are parsed
     */
    public ExpressionContext context(
            @Nullable Map<String, String> names, @Nullable Decoded<Map<String, AttributeValue>> values) {
        if (!legacy.isEmpty() && !expressions.isEmpty()) {
            throw wording.apply(MessagesItem.mixedParameters(legacy, expressions.keySet()));
        }
        if (names != null && expressions.isEmpty()) {
            throw wording.apply(MessagesItem.withoutExpression("ExpressionAttributeNames"));
        }
        if (names != null && names.values().stream().anyMatch(RequestExpressions::isTooLong)) {
            throw wording.apply(MessagesAttributeValue.NAME_TOO_LONG);
        }
        if (values != null && !expressions.containsValue(true)) {
            throw wording.apply(MessagesItem.withoutExpression("ExpressionAttributeValues"));
        }
        Map<String, AttributeValue> checked = values == null ? null : wording.valid(values);
        if (checked != null && !anyDepth && checked.values().stream().anyMatch(NestingDepth::exceedsLimit)) {
            throw wording.apply(MessagesAttributeValue.NESTED_TOO_DEEP);
        }
        return wording.parsing(() -> new ExpressionContext(names, checked));
    }

    private static boolean isTooLong(@Nullable String name) {
        return name != null && Utf8Length.of(name) > ItemSize.MAX_NAME;
    }
}
