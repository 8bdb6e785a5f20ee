package org.extenddb.console.request;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Map;

/** A request as a command of the AWS CLI, for a shell. */
public final class AwsCli {
    private AwsCli() {}

    /** @param operation such as {@code CreateTable} */
    public static String of(String operation, JsonObject request) {
        StringBuilder out = new StringBuilder("aws dynamodb ").append(kebab(operation));
        for (Map.Entry<String, JsonValue> member : request.entrySet()) {
            out.append(" \\\n  ").append(option(member.getKey(), member.getValue()));
        }
        return out.toString();
    }

    private static String option(String name, JsonValue value) {
        String flag = kebab(name);
        return switch (value.getValueType()) {
            case TRUE -> "--" + flag;
            case FALSE -> "--no-" + flag;
            case STRING -> "--" + flag + " " + quoted(((JsonString) value).getString());
            case NUMBER -> "--" + flag + " " + value;
            default -> "--" + flag + " " + quoted(value.toString());
        };
    }

    /** {@code SSESpecification} is {@code sse-specification}. */
    static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** Bare where a shell takes it as it is; in single quotes, which a shell leaves alone, otherwise. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:=@%+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
