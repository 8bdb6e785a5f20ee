package org.extenddb.core.api.query;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.extenddb.core.api.item.LegacyCondition;
import org.extenddb.core.api.item.LegacyMembers;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** Gathers {@link ReadMembers} while a codec reads a request. */
final class ReadMembersDecoder {
    private final String legacyFilterName;
    private final Function<JsonInput, @Nullable Decoded<Map<String, AttributeValue>>> valuesReader;
    private @Nullable String tableName;
    private @Nullable String indexName;
    private @Nullable String select;
    private @Nullable Integer limit;
    private @Nullable Boolean consistentRead;
    private @Nullable Decoded<Map<String, AttributeValue>> exclusiveStartKey;
    private @Nullable String projectionExpression;
    private @Nullable List<String> attributesToGet;
    private @Nullable String filterExpression;
    private @Nullable Map<String, LegacyCondition> legacyFilter;
    private @Nullable String conditionalOperator;
    private @Nullable Map<String, String> names;
    private @Nullable Decoded<Map<String, AttributeValue>> values;
    private @Nullable String returnConsumedCapacity;

    /**
     * For one of the two operations.
     *
     * @param legacyFilterName the operation's name for its legacy filter
     * @param valuesReader reads ExpressionAttributeValues, whose problems the operations word differently
     */
    ReadMembersDecoder(
            String legacyFilterName, Function<JsonInput, @Nullable Decoded<Map<String, AttributeValue>>> valuesReader) {
        this.legacyFilterName = legacyFilterName;
        this.valuesReader = valuesReader;
    }

    /** Reads the member; one that is none of these is skipped. */
    void member(String name, JsonInput in) {
        switch (name) {
            case "TableName" -> tableName = in.string();
            case "IndexName" -> indexName = in.string();
            case "Select" -> select = in.string();
            case "Limit" -> limit = in.integer();
            case "ConsistentRead" -> consistentRead = in.bool();
            case "ExclusiveStartKey" -> exclusiveStartKey = in.attributeMap();
            case "ProjectionExpression" -> projectionExpression = in.string();
            case "AttributesToGet" -> attributesToGet = in.list(JsonInput::string);
            case "FilterExpression" -> filterExpression = in.string();
            case "ConditionalOperator" -> conditionalOperator = in.string();
            case "ExpressionAttributeNames" -> names = in.map(JsonInput::string);
            case "ExpressionAttributeValues" -> values = valuesReader.apply(in);
            case "ReturnConsumedCapacity" -> returnConsumedCapacity = in.string();
            default -> {
                if (name.equals(legacyFilterName)) {
                    legacyFilter = in.map(LegacyMembers::condition);
                } else {
                    in.skip();
                }
            }
        }
    }

    ReadMembers members() {
        return new ReadMembers(
                tableName,
                indexName,
                select,
                limit,
                consistentRead,
                exclusiveStartKey,
                projectionExpression,
                attributesToGet,
                filterExpression,
                legacyFilter,
                conditionalOperator,
                names,
                values,
                returnConsumedCapacity);
    }
}
