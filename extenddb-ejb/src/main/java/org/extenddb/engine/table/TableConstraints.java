package org.extenddb.engine.table;

import java.util.List;
import java.util.regex.Pattern;
import org.extenddb.core.api.table.AttributeDefinition;
import org.extenddb.core.api.table.IndexMembers;
import org.extenddb.core.api.table.KeySchemaElement;
import org.extenddb.core.api.table.ProjectionMembers;
import org.extenddb.core.api.table.TableMembers;
import org.extenddb.core.api.table.ThroughputMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.jspecify.annotations.Nullable;

/** The member constraints of the table operations, in the order in which DynamoDB lists violations. */
final class TableConstraints {
    static final int MAX_TABLE_KEYS = 2;
    static final int MAX_GLOBAL_INDEX_KEYS = 8;

    private static final int MAX_NAME_LENGTH = 255;
    private static final int MAX_NON_KEY_ATTRIBUTES = 20;
    private static final Pattern INDEX_NAME = TableNames.CHARACTERS;
    private static final List<String> ATTRIBUTE_TYPES = List.of("B", "N", "S");
    private static final List<String> KEY_TYPES = List.of("HASH", "RANGE");
    private static final List<String> PROJECTION_TYPES = List.of("ALL", "INCLUDE", "KEYS_ONLY");
    private static final List<String> BILLING_MODES = List.of("PROVISIONED", "PAY_PER_REQUEST");
    private static final List<String> SSE_TYPES = List.of("AES256", "KMS");
    private static final List<String> VIEW_TYPES = List.of("OLD_IMAGE", "KEYS_ONLY", "NEW_AND_OLD_IMAGES", "NEW_IMAGE");
    private static final List<String> TABLE_CLASSES = List.of("STANDARD", "STANDARD_INFREQUENT_ACCESS");

    private final Violations violations = new Violations();

    /** No constraint of the member: it is looked at behind them all. */
    private @Nullable String tableClass;

    void check() {
        violations.check();
        if (tableClass != null && !TABLE_CLASSES.contains(tableClass)) {
            throw DynamoDbException.validation(MessagesTable.unknownTableClass(TABLE_CLASSES));
        }
    }

    TableConstraints table(TableMembers table) {
        definitions(table.attributeDefinitions());
        TableNames.checkTable(violations, table.tableName());
        violations.oneOf(new EnumMember("billingMode", table.billingMode(), BILLING_MODES));
        violations.oneOf(new EnumMember("tableThroughputMode", table.tableThroughputMode(), BILLING_MODES));
        tableClass = table.tableClass();
        throughput("provisionedThroughput", table.capacity().provisioned());
        if (table.sseSpecification() != null) {
            violations.oneOf(new EnumMember(
                    "sSESpecification.sSEType", table.sseSpecification().sseType(), SSE_TYPES));
            violations.length(
                    "sSESpecification.kMSMasterKeyId", table.sseSpecification().kmsMasterKeyId(), 1, Integer.MAX_VALUE);
        }
        if (table.streamSpecification() != null) {
            violations.required(
                    "streamSpecification.streamEnabled",
                    table.streamSpecification().streamEnabled());
            violations.oneOf(new EnumMember(
                    "streamSpecification.streamViewType",
                    table.streamSpecification().streamViewType(),
                    VIEW_TYPES));
        }
        return this;
    }

    /** Adds what is wrong to what others have found. */
    void addTo(Violations others) {
        others.addAll(violations);
    }

    TableConstraints required(String member, @Nullable Object value) {
        violations.required(member, value);
        return this;
    }

    TableConstraints keySchema(String member, @Nullable List<KeySchemaElement> schema, int max) {
        violations.required(member, schema);
        if (schema == null) {
            return this;
        }
        violations.size(member, schema, schema.size(), 1, max);
        for (int i = 0; i < schema.size(); i++) {
            KeySchemaElement element = schema.get(i);
            String at = element(member, i);
            name(at + ".attributeName", element.attributeName());
            violations.required(at + ".keyType", element.keyType());
            violations.oneOf(new EnumMember(at + ".keyType", element.keyType(), KEY_TYPES));
        }
        return this;
    }

    TableConstraints indexes(String member, @Nullable List<IndexMembers> indexes, int maxKeys) {
        for (int i = 0; indexes != null && i < indexes.size(); i++) {
            index(element(member, i), indexes.get(i), maxKeys);
        }
        return this;
    }

    TableConstraints index(String at, IndexMembers index, int maxKeys) {
        indexName(at, index);
        keySchema(at + ".keySchema", index.keySchema(), maxKeys);
        projection(at + ".projection", index.projection());
        return throughput(at + ".provisionedThroughput", index.capacity().provisioned());
    }

    TableConstraints indexName(String at, IndexMembers index) {
        violations.required(at + ".indexName", index.indexName());
        violations.length(at + ".indexName", index.indexName(), TableNames.MIN_LENGTH, TableNames.MAX_LENGTH);
        violations.pattern(at + ".indexName", index.indexName(), INDEX_NAME);
        return this;
    }

    TableConstraints throughput(String member, @Nullable ThroughputMembers throughput) {
        if (throughput != null) {
            units(member + ".writeCapacityUnits", throughput.writeCapacityUnits());
            units(member + ".readCapacityUnits", throughput.readCapacityUnits());
        }
        return this;
    }

    /** How DynamoDB names the element of a list; {@code index} from 0. */
    static String element(String member, int index) {
        return member + "." + (index + 1) + ".member";
    }

    private void definitions(@Nullable List<AttributeDefinition> definitions) {
        for (int i = 0; definitions != null && i < definitions.size(); i++) {
            AttributeDefinition definition = definitions.get(i);
            String at = element("attributeDefinitions", i);
            violations.required(at + ".attributeType", definition.attributeType());
            violations.oneOf(new EnumMember(at + ".attributeType", definition.attributeType(), ATTRIBUTE_TYPES));
            name(at + ".attributeName", definition.attributeName());
        }
    }

    private void projection(String member, @Nullable ProjectionMembers projection) {
        violations.required(member, projection);
        if (projection != null) {
            violations.oneOf(new EnumMember(member + ".projectionType", projection.projectionType(), PROJECTION_TYPES));
            List<String> attributes = projection.nonKeyAttributes();
            if (attributes != null) {
                violations.size(member + ".nonKeyAttributes", attributes, attributes.size(), 1, MAX_NON_KEY_ATTRIBUTES);
                for (int i = 0; i < attributes.size(); i++) {
                    violations.length(element(member + ".nonKeyAttributes", i), attributes.get(i), 1, MAX_NAME_LENGTH);
                }
            }
        }
    }

    private void name(String member, @Nullable String name) {
        violations.required(member, name);
        violations.length(member, name, 1, MAX_NAME_LENGTH);
    }

    private void units(String member, @Nullable Long units) {
        violations.required(member, units);
        violations.range(member, units, 1, Long.MAX_VALUE);
    }
}
