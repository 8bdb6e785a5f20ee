package org.extenddb.engine.data;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.extenddb.core.iam.AccessDetails;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.engine.RequestContext;
import org.jspecify.annotations.Nullable;

/** DynamoDB's condition keys of an access to items. Of one request; remembers what was computed. */
final class ItemAccessDetails implements AccessDetails {
    static final String LEADING_KEYS = "dynamodb:leadingkeys";

    private final Tables tables;
    private final TableTarget target;
    private final RequestContext context;
    private final ItemAccess access;
    private @Nullable List<String> leadingKeys;
    private @Nullable List<String> attributes;
    private boolean unbounded;

    ItemAccessDetails(Tables tables, TableTarget target, RequestContext context, ItemAccess access) {
        this.tables = tables;
        this.target = target;
        this.context = context;
        this.access = access;
    }

    @Override
    public @Nullable List<String> values(String key) {
        return switch (key) {
            case LEADING_KEYS -> leadingKeys();
            case "dynamodb:attributes" -> attributes();
            case "dynamodb:select" -> one(access.selects());
            case "dynamodb:returnvalues" -> access.returns();
            case "dynamodb:returnconsumedcapacity" -> one(access.capacity().name());
            case "dynamodb:enclosingoperation" -> one(access.enclosingOperation());
            case "dynamodb:fulltablescan" -> one(String.valueOf(access.isScan()));
            default -> null;
        };
    }

    /** A scan meets every key; so may a request whose keys cannot be told, which is refused for it elsewhere. */
    @Override
    public boolean isUnbounded(String key) {
        if (!key.equals(LEADING_KEYS)) {
            return false;
        }
        leadingKeys();
        return unbounded;
    }

    private List<String> leadingKeys() {
        if (leadingKeys == null) {
            leadingKeys = readLeadingKeys();
        }
        return leadingKeys;
    }

    /** None at all rather than some when one cannot be told, so that no condition holds for what is left out. */
    private List<String> readLeadingKeys() {
        KeySchema schema = tables.keySchema(target, context);
        unbounded = access.isScan() || schema == null;
        List<String> values = new ArrayList<>();
        if (schema == null || unbounded) {
            return values;
        }
        for (Map<String, AttributeValue> item : access.touched()) {
            for (KeyAttribute attribute : schema.hash()) {
                String text = text(item.get(attribute.name()));
                if (text == null) {
                    unbounded = true;
                    return List.of();
                }
                values.add(text);
            }
        }
        return values;
    }

    private List<String> attributes() {
        if (attributes == null) {
            attributes = List.copyOf(access.attributes());
        }
        return attributes;
    }

    /** Numbers in their canonical form, bytes in Base64; null for what is no key. */
    private static @Nullable String text(@Nullable AttributeValue value) {
        if (value instanceof AttributeValue.StringValue string) {
            return string.value();
        }
        if (value instanceof AttributeValue.NumberValue number) {
            return number.value().toString();
        }
        return value instanceof AttributeValue.BinaryValue binary
                ? Base64.getEncoder().encodeToString(binary.value().toByteArray())
                : null;
    }

    private static @Nullable List<String> one(@Nullable String value) {
        return value == null ? null : List.of(value);
    }
}
