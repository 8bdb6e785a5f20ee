package org.extenddb.core.expression;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.extenddb.core.expression.bind.Substitutions;
import org.extenddb.core.expression.error.InvalidExpressionException;
import org.extenddb.core.expression.error.MessagesExpression;
import org.extenddb.core.model.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * ExpressionAttributeNames and ExpressionAttributeValues of one request, shared by all its expressions. Not thread-safe. Once
 * every expression of the request has been parsed, {@link #requireAllUsed()} refuses what none of them used.
 */
public final class ExpressionContext implements Substitutions {
    private final Map<String, String> names;
    private final Map<String, AttributeValue> values;
    private final Set<String> unusedNames;
    private final Set<String> unusedValues;

    /**
     * Checks the maps themselves.
     *
     * @param names null when the request has none
     * @param values null when the request has none
     * @throws InvalidExpressionException when a map is empty or too large, a key is no placeholder or a name is empty
     */
    public ExpressionContext(@Nullable Map<String, String> names, @Nullable Map<String, AttributeValue> values) {
        this.names = names == null ? Map.of() : names;
        this.values = values == null ? Map.of() : values;
        requireKeys(SubstitutionLimits.NAMES, '#', names, SubstitutionLimits::requireShortName);
        requireNames(this.names);
        requireKeys(SubstitutionLimits.VALUES, ':', values, SubstitutionLimits::requireShortValue);
        SubstitutionLimits.requireSize(this.names, this.values);
        this.unusedNames = new LinkedHashSet<>(this.names.keySet());
        this.unusedValues = new LinkedHashSet<>(this.values.keySet());
    }

    @Override
    public @Nullable String name(String placeholder) {
        unusedNames.remove(placeholder);
        return names.get(placeholder);
    }

    @Override
    public @Nullable AttributeValue value(String placeholder) {
        unusedValues.remove(placeholder);
        return values.get(placeholder);
    }

    /**
     * Ends the parsing of a request's expressions.
     *
     * @throws InvalidExpressionException when no expression used one of the names or values
     */
    public void requireAllUsed() {
        if (!unusedNames.isEmpty()) {
            throw new InvalidExpressionException(
                    MessagesExpression.unused(SubstitutionLimits.NAMES, unusedNames), null);
        }
        if (!unusedValues.isEmpty()) {
            throw new InvalidExpressionException(
                    MessagesExpression.unused(SubstitutionLimits.VALUES, unusedValues), null);
        }
    }

    private static void requireKeys(
            String member, char sign, @Nullable Map<String, ?> map, Consumer<String> shortEnough) {
        if (map == null) {
            return;
        }
        if (map.isEmpty()) {
            throw new InvalidExpressionException(MessagesExpression.mustNotBeEmpty(member), null);
        }
        for (String key : map.keySet()) {
            shortEnough.accept(key);
            if (!isPlaceholder(sign, key)) {
                throw new InvalidExpressionException(MessagesExpression.invalidKey(member, key), null);
            }
        }
    }

    private static void requireNames(Map<String, String> names) {
        names.forEach((key, name) -> {
            if (name.isEmpty()) {
                throw new InvalidExpressionException(MessagesExpression.emptyName(key), null);
            }
        });
    }

    private static boolean isPlaceholder(char sign, String key) {
        if (key.length() < 2 || key.charAt(0) != sign) {
            return false;
        }
        for (int i = 1; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
            if (!word) {
                return false;
            }
        }
        return true;
    }
}
