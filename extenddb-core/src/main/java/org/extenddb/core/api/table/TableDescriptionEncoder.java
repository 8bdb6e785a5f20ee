package org.extenddb.core.api.table;

import java.util.List;
import org.extenddb.core.api.table.TableDescription.Form;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.TableStatistics;
import org.extenddb.core.wire.JsonOutput;

/**
 * Writes TableDescription with the members DynamoDB gives, and no others.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html">TableDescription</a>
 */
final class TableDescriptionEncoder {
    private TableDescriptionEncoder() {}

    static void encode(TableDescription description, JsonOutput out) {
        TableDefinition table = description.table();
        boolean whole = description.form() != Form.DELETED;
        out.beginObject();
        if (whole) {
            attributeDefinitions(table.keyAttributes(), out);
        }
        billing(table.settings(), description.form(), out);
        if (whole) {
            out.member("CreationDateTime").epochSeconds(table.createdAt());
        }
        out.member("DeletionProtectionEnabled").bool(table.settings().deletionProtection());
        if (whole) {
            IndexDescriptionEncoder.encode(description, out);
        }
        TableStatistics statistics = description.statistics(0);
        out.member("ItemCount").number(statistics.itemCount());
        if (whole) {
            keySchema(table.keySchema(), out);
        }
        out.member("ProvisionedThroughput");
        ThroughputEncoder.table(table.settings(), out);
        encryption(table.settings(), out);
        out.member("TableArn").string(table.address().arn());
        tableClass(table.settings(), out);
        out.member("TableId").string(table.tableId().toString());
        out.member("TableName").string(table.address().tableName());
        out.member("TableSizeBytes").number(statistics.sizeBytes());
        out.member("TableStatus").string(description.status().name());
        if (whole) {
            out.member("WarmThroughput");
            ThroughputEncoder.warm(table.settings().throughput(), description.status(), out);
        }
        out.endObject();
    }

    static void keySchema(KeySchema schema, JsonOutput out) {
        out.member("KeySchema").beginArray();
        keyElements(schema.hash(), KeySchemaElement.HASH, out);
        keyElements(schema.range(), KeySchemaElement.RANGE, out);
        out.endArray();
    }

    private static void keyElements(List<KeyAttribute> attributes, String keyType, JsonOutput out) {
        for (KeyAttribute attribute : attributes) {
            out.beginObject().member("AttributeName").string(attribute.name());
            out.member("KeyType").string(keyType).endObject();
        }
    }

    private static void attributeDefinitions(List<KeyAttribute> attributes, JsonOutput out) {
        out.member("AttributeDefinitions").beginArray();
        for (KeyAttribute attribute : attributes) {
            out.beginObject().member("AttributeName").string(attribute.name());
            out.member("AttributeType").string(attribute.type().name()).endObject();
        }
        out.endArray();
    }

    /** A table that never was PAY_PER_REQUEST has no BillingModeSummary. */
    private static void billing(TableSettings settings, Form form, JsonOutput out) {
        if (settings.billingMode() == BillingMode.PROVISIONED && settings.payPerRequestSince() == null) {
            return;
        }
        out.member("BillingModeSummary").beginObject();
        out.member("BillingMode").string(settings.billingMode().name());
        if (settings.payPerRequestSince() != null && form != Form.CREATED) {
            out.member("LastUpdateToPayPerRequestDateTime").epochSeconds(settings.payPerRequestSince());
        }
        out.endObject();
    }

    private static void encryption(TableSettings settings, JsonOutput out) {
        if (settings.kmsKeyArn() != null) {
            out.member("SSEDescription").beginObject();
            out.member("KMSMasterKeyArn").string(settings.kmsKeyArn());
            out.member("SSEType").string("KMS");
            out.member("Status").string("ENABLED").endObject();
        }
    }

    private static void tableClass(TableSettings settings, JsonOutput out) {
        if (settings.tableClass() != null) {
            out.member("TableClassSummary").beginObject();
            out.member("TableClass").string(settings.tableClass()).endObject();
        }
    }

    /** While a table is CREATING, so is everything that belongs to it. */
    static TableStatus shown(TableStatus tableStatus, TableStatus own) {
        return tableStatus == TableStatus.CREATING ? TableStatus.CREATING : own;
    }
}
