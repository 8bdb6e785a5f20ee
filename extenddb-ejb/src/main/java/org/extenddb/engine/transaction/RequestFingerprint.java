package org.extenddb.engine.transaction;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.extenddb.core.api.transaction.ActionMembers;
import org.extenddb.core.api.transaction.TransactWriteItem;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.ListValue;
import org.extenddb.core.model.AttributeValue.MapValue;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over what a TransactWriteItems asks for. Neither the order of attributes counts, which a client that sends a request again
 * need not keep, nor what the answer is to report.
 */
final class RequestFingerprint {
    private final JsonOutput out = new JsonOutput();

    private RequestFingerprint() {}

    /** Of actions that have been checked. */
    static ByteString of(List<TransactWriteItem> items) {
        RequestFingerprint fingerprint = new RequestFingerprint();
        fingerprint.out.beginArray();
        items.forEach(fingerprint::item);
        fingerprint.out.endArray();
        return ByteString.owning(sha256().digest(fingerprint.out.toByteArray()));
    }

    private void item(TransactWriteItem item) {
        for (ActionType type : ActionType.values()) {
            ActionMembers action = type.of(item);
            if (action != null) {
                out.beginArray().string(type.member());
                text(action.tableName());
                attributes(action.item());
                attributes(action.key());
                text(action.updateExpression());
                text(action.conditionExpression());
                names(action.expressionAttributeNames());
                attributes(action.expressionAttributeValues());
                text(action.returnValuesOnConditionCheckFailure());
                out.endArray();
            }
        }
    }

    private void text(@Nullable String text) {
        out.beginArray();
        if (text != null) {
            out.string(text);
        }
        out.endArray();
    }

    private void names(@Nullable Map<String, String> names) {
        out.beginObject();
        if (names != null) {
            new TreeMap<>(names)
                    .forEach((placeholder, name) -> out.member(placeholder).string(name));
        }
        out.endObject();
    }

    private void attributes(@Nullable Decoded<Map<String, AttributeValue>> decoded) {
        Map<String, AttributeValue> attributes = decoded == null ? null : decoded.value();
        out.attributes(attributes == null ? Map.of() : sorted(attributes));
    }

    private static Map<String, AttributeValue> sorted(Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> sorted = new TreeMap<>();
        attributes.forEach((name, value) -> sorted.put(name, sorted(value)));
        return sorted;
    }

    private static AttributeValue sorted(AttributeValue value) {
        if (value instanceof MapValue map) {
            return new MapValue(sorted(map.values()));
        }
        if (value instanceof ListValue list) {
            return new ListValue(
                    list.values().stream().map(RequestFingerprint::sorted).toList());
        }
        return value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
