package org.extenddb.core.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.DynamoNumber;
import org.jspecify.annotations.Nullable;

/**
 * Defines the placeholders of a test expression by their names: {@code #x} is the attribute x; {@code :s} is a string, {@code
 * :sabc} the string abc, {@code :n} the number 1, {@code :n2} the number 2, and so on for :b :t :z :l :m :ss :ns :bs. What begins
 * with {@code undef} stays undefined.
 */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("[#:][A-Za-z0-9_]+");

    private Placeholders() {}

    static ExpressionContext in(String expression) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        Matcher matcher = PLACEHOLDER.matcher(expression);
        while (matcher.find()) {
            String placeholder = matcher.group();
            if (!placeholder.startsWith("undef", 1)) {
                if (placeholder.charAt(0) == '#') {
                    names.put(placeholder, placeholder.substring(1));
                } else {
                    values.put(placeholder, value(placeholder.substring(1)));
                }
            }
        }
        return new ExpressionContext(nullIfEmpty(names), nullIfEmpty(values));
    }

    static <V> @Nullable Map<String, V> nullIfEmpty(Map<String, V> map) {
        return map.isEmpty() ? null : map;
    }

    private static AttributeValue value(String name) {
        return switch (name) {
            case "t" -> new AttributeValue.BooleanValue(true);
            case "z" -> new AttributeValue.NullValue();
            case "b" -> new AttributeValue.BinaryValue(ByteString.utf8("b"));
            case "l" -> new AttributeValue.ListValue(List.of());
            case "m" -> new AttributeValue.MapValue(Map.of());
            case "ss" -> new AttributeValue.StringSet(List.of("s"));
            case "ns" -> new AttributeValue.NumberSet(List.of(DynamoNumber.of(1)));
            case "bs" -> new AttributeValue.BinarySet(List.of(ByteString.utf8("b")));
            case "n" -> new AttributeValue.NumberValue(DynamoNumber.of(1));
            default ->
                name.startsWith("n")
                        ? new AttributeValue.NumberValue(DynamoNumber.parse(name.substring(1)))
                        : new AttributeValue.StringValue(name.substring(1));
        };
    }
}
