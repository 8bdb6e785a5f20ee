package org.extenddb.engine.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.api.batch.BatchGetItemRequest;
import org.extenddb.core.api.batch.KeysAndAttributes;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesBatch;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.core.wire.Decoded;
import org.extenddb.engine.data.ItemProjection;
import org.extenddb.engine.data.Wording;

/** The checks of a BatchGetItem that need no table, in DynamoDB's order. */
final class BatchGetChecks {
    private static final int MAX_KEYS = 100;

    private BatchGetChecks() {}

    static List<TableReads> check(BatchGetItemRequest request) {
        Map<String, KeysAndAttributes> sent = request.requestItems() == null ? Map.of() : request.requestItems();
        constraints(request, sent);
        List<TableReads> batch = new ArrayList<>(sent.size());
        int keys = 0;
        for (Map.Entry<String, KeysAndAttributes> table : sent.entrySet()) {
            TableReads reads = reads(table.getKey(), table.getValue());
            batch.add(reads);
            keys += reads.keys().size();
        }
        if (keys > MAX_KEYS) {
            throw DynamoDbException.validation(MessagesBatch.TOO_MANY_READS);
        }
        return batch;
    }

    private static void constraints(BatchGetItemRequest request, Map<String, KeysAndAttributes> sent) {
        Violations violations = new Violations();
        violations.oneOf(
                new EnumMember("returnConsumedCapacity", request.returnConsumedCapacity(), CapacityReport.NAMES));
        violations.required("requestItems", request.requestItems());
        if (request.requestItems() != null) {
            size(violations, "RequestItems", sent.size());
        }
        if (!sent.keySet().stream().allMatch(TableNames::isTable)) {
            violations.add(MessagesBatch.readTableNames());
        }
        sent.forEach((table, keys) -> {
            violations.required("requestItems." + table + ".member.keys", keys.keys());
            if (keys.keys() != null) {
                size(
                        violations,
                        "RequestItems." + table + ".member.Keys",
                        keys.keys().size());
            }
            if (keys.attributesToGet() != null && keys.attributesToGet().isEmpty()) {
                size(violations, "RequestItems." + table + ".member.AttributesToGet", 0);
            }
        });
        violations.check();
    }

    private static void size(Violations violations, String member, int size) {
        if (size == 0) {
            violations.add(MessagesBatch.tooShort(member, 1));
        } else if (size > MAX_KEYS) {
            violations.add(MessagesBatch.tooLong(member, MAX_KEYS));
        }
    }

    private static TableReads reads(String table, KeysAndAttributes sent) {
        ItemProjection projection =
                ItemProjection.of(sent.projectionExpression(), sent.attributesToGet(), sent.expressionAttributeNames());
        return new TableReads(
                table, keys(sent), Boolean.TRUE.equals(sent.consistentRead()), projection, sent, List.of());
    }

    private static List<Map<String, AttributeValue>> keys(KeysAndAttributes sent) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        Set<Map<String, AttributeValue>> seen = new HashSet<>();
        for (Decoded<Map<String, AttributeValue>> decoded :
                sent.keys() == null ? List.<Decoded<Map<String, AttributeValue>>>of() : sent.keys()) {
            Map<String, AttributeValue> key = Wording.BARE.valid(decoded);
            if (!seen.add(key)) {
                throw DynamoDbException.validation(MessagesBatch.DUPLICATE_KEYS);
            }
            keys.add(key);
        }
        return keys;
    }
}
