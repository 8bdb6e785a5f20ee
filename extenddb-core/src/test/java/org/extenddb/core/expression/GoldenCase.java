package org.extenddb.core.expression;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** One case of a golden {@code -cases.json} file: an expression applied to a given item. */
final class GoldenCase {
    private static final Pattern NAME = Pattern.compile("#[A-Za-z0-9_]+");

    final Map<String, Item> items = new HashMap<>();
    String expression = "";

    @Nullable
    Boolean outcome;

    @Nullable
    String error;

    private @Nullable Map<String, AttributeValue> values;

    /** Reads {@code [{"given": item, "cases": [...]}]}; {@code "expected"} is a boolean when {@code expectBoolean}. */
    static List<GoldenCase> read(String file, boolean expectBoolean) {
        List<GoldenCase> all = new ArrayList<>();
        JsonInput.of(("{\"groups\":" + new String(GoldenLines.bytes(file), StandardCharsets.UTF_8) + "}")
                        .getBytes(StandardCharsets.UTF_8))
                .object((name, in) -> in.list(group -> {
                    Item[] given = new Item[1];
                    group.object((member, value) -> {
                        if (member.equals("given")) {
                            given[0] = item(value);
                        } else {
                            all.addAll(Objects.requireNonNull(value.list(one -> read(one, given[0], expectBoolean))));
                        }
                    });
                    return given[0];
                }));
        return all;
    }

    Item item(String role) {
        return Objects.requireNonNull(items.get(role), role);
    }

    ExpressionContext context() {
        Map<String, String> names = new HashMap<>();
        Matcher matcher = NAME.matcher(expression);
        while (matcher.find()) {
            names.put(matcher.group(), matcher.group().substring(1));
        }
        return new ExpressionContext(Placeholders.nullIfEmpty(names), values);
    }

    @Override
    public String toString() {
        return expression + " " + (values == null ? "" : values);
    }

    private static GoldenCase read(JsonInput in, Item given, boolean expectBoolean) {
        GoldenCase one = new GoldenCase();
        one.items.put("given", given);
        in.object((member, value) -> {
            switch (member) {
                case "expression" -> one.expression = Objects.requireNonNull(value.string());
                case "error" -> one.error = value.string();
                case "values" -> one.values = attributes(value);
                default -> {
                    if (expectBoolean) {
                        one.outcome = value.bool();
                    } else {
                        one.items.put(member, item(value));
                    }
                }
            }
        });
        return one;
    }

    private static Item item(JsonInput in) {
        return new Item(attributes(in));
    }

    private static Map<String, AttributeValue> attributes(JsonInput in) {
        Decoded<Map<String, AttributeValue>> decoded = Objects.requireNonNull(in.attributeMap());
        return Objects.requireNonNull(decoded.value(), decoded.problem());
    }
}
