package org.extenddb.engine.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.extenddb.core.api.batch.BatchWriteItemRequest;
import org.extenddb.core.api.batch.WriteRequest;
import org.extenddb.core.api.item.ItemCollectionMetrics;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesAttributeValue;
import org.extenddb.core.error.MessagesBatch;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.NestingDepth;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.core.wire.Decoded;
import org.extenddb.engine.data.Wording;
import org.jspecify.annotations.Nullable;

/** The checks of a BatchWriteItem that need no table, in DynamoDB's order. */
final class BatchWriteChecks {
    private static final int MAX_WRITES = 25;

    private BatchWriteChecks() {}

    static List<TableWrites> check(BatchWriteItemRequest request) {
        Map<String, List<WriteRequest>> sent = request.requestItems() == null ? Map.of() : request.requestItems();
        constraints(request, sent);
        if (sent.isEmpty()) {
            throw DynamoDbException.validation(MessagesBatch.NO_WRITES);
        }
        if (sent.values().stream().mapToInt(List::size).sum() > MAX_WRITES) {
            throw DynamoDbException.validation(MessagesBatch.TOO_MANY_WRITES);
        }
        List<TableWrites> batch = new ArrayList<>(sent.size());
        sent.forEach((table, writes) -> batch.add(new TableWrites(
                table, writes.stream().map(BatchWriteChecks::write).toList())));
        return batch;
    }

    private static void constraints(BatchWriteItemRequest request, Map<String, List<WriteRequest>> sent) {
        Violations violations = new Violations();
        violations.oneOf(
                new EnumMember("returnConsumedCapacity", request.returnConsumedCapacity(), CapacityReport.NAMES));
        violations.oneOf(new EnumMember(
                "returnItemCollectionMetrics", request.returnItemCollectionMetrics(), ItemCollectionMetrics.NAMES));
        violations.required("requestItems", request.requestItems());
        if (!sent.keySet().stream().allMatch(TableNames::isTable)) {
            violations.add(MessagesBatch.writeTableNames(shown(sent)));
        }
        if (sent.size() > MAX_WRITES) {
            violations.size("requestItems", shown(sent), sent.size(), 1, MAX_WRITES);
        }
        if (sent.values().stream().anyMatch(writes -> writes.isEmpty() || writes.size() > MAX_WRITES)) {
            violations.add(MessagesBatch.writeListSize(shown(sent), MAX_WRITES));
        }
        sent.forEach((table, writes) -> members(violations, table, writes));
        violations.check();
    }

    private static void members(Violations violations, String table, List<WriteRequest> writes) {
        for (int i = 0; i < writes.size(); i++) {
            String member = "requestItems." + table + ".member." + (i + 1) + ".member.";
            WriteRequest write = writes.get(i);
            if (write.put() != null) {
                violations.required(member + "putRequest.item", write.put().item());
            }
            if (write.delete() != null) {
                violations.required(member + "deleteRequest.key", write.delete().key());
            }
        }
    }

    /** As AWS's server prints the map. What stands behind its at signs has no meaning; here it is the position. */
    private static String shown(Map<String, List<WriteRequest>> sent) {
        return sent.entrySet().stream()
                .map(table -> table.getKey() + "="
                        + IntStream.rangeClosed(1, table.getValue().size())
                                .mapToObj(
                                        i -> "com.amazonaws.dynamodb.v20120810.WriteRequest@" + Integer.toHexString(i))
                                .toList())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static BatchWrite write(WriteRequest sent) {
        if ((sent.put() == null) == (sent.delete() == null)) {
            throw DynamoDbException.validation(MessagesAttributeValue.SEVERAL_TYPES);
        }
        if (sent.put() == null) {
            Map<String, AttributeValue> key =
                    attributes(sent.delete() == null ? null : sent.delete().key());
            return new BatchWrite(null, key, 0, sent);
        }
        Item item = new Item(attributes(sent.put().item()));
        if (NestingDepth.exceedsLimit(item)) {
            throw DynamoDbException.validation(MessagesAttributeValue.NESTED_TOO_DEEP);
        }
        int size = ItemSize.of(item);
        if (size > ItemSize.MAX_ITEM) {
            throw DynamoDbException.validation(MessagesItem.PUT_TOO_LARGE);
        }
        return new BatchWrite(item, item.attributes(), size, sent);
    }

    private static Map<String, AttributeValue> attributes(@Nullable Decoded<Map<String, AttributeValue>> member) {
        return member == null ? Map.of() : Wording.OLDER.valid(member);
    }
}
