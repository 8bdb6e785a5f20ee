package org.extenddb.core.api.table;

import java.time.Instant;
import java.util.List;
import org.extenddb.core.api.table.TableDescription.Form;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.RestoreOrigin;
import org.extenddb.core.model.TableClass;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.TableStream;
import org.extenddb.core.storage.TableStatistics;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

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
        billing("BillingModeSummary", "BillingMode", description, out);
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
            latestStream(table, out);
        }
        ThroughputEncoder.onDemand(table.settings().throughput().onDemand(), out);
        ThroughputEncoder.provisioned(table.settings().throughput(), description.at(), out);
        restored(description, out);
        encryption(table.settings(), description.changes().encryption(), out);
        if (whole) {
            streamSpecification(table.settings().stream(), out);
        }
        out.member("TableArn").string(table.address().arn());
        tableClass(table.settings().tableClass(), out);
        out.member("TableId").string(table.tableId().toString());
        out.member("TableName").string(table.address().tableName());
        out.member("TableSizeBytes").number(statistics.sizeBytes());
        out.member("TableStatus").string(description.status().name());
        billing("TableThroughputModeSummary", "TableThroughputMode", description, out);
        if (description.showsWarmThroughput(0)) {
            ThroughputEncoder.warm(
                    table.settings().throughput().warm(), description.warmStatus(0, description.status()), out);
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

    /** A table that never was PAY_PER_REQUEST has no such summary. DynamoDB gives it twice, under names of different age. */
    private static void billing(String summary, String mode, TableDescription description, JsonOutput out) {
        TableSettings settings = description.table().settings();
        Form form = description.form();
        if (settings.billingMode() == BillingMode.PROVISIONED && settings.payPerRequestSince() == null) {
            return;
        }
        out.member(summary).beginObject();
        out.member(mode).string(settings.billingMode().name());
        if (settings.payPerRequestSince() != null && form != Form.CREATED && form != Form.SWITCHED) {
            out.member("LastUpdateToPayPerRequestDateTime").epochSeconds(settings.payPerRequestSince());
        }
        out.endObject();
    }

    private static void encryption(TableSettings settings, boolean changing, JsonOutput out) {
        if (settings.kmsKeyArn() != null) {
            out.member("SSEDescription").beginObject();
            out.member("KMSMasterKeyArn").string(settings.kmsKeyArn());
            out.member("SSEType").string("KMS");
            out.member("Status").string(changing ? "UPDATING" : "ENABLED").endObject();
        }
    }

    /** For as long as the table lives. */
    private static void restored(TableDescription description, JsonOutput out) {
        RestoreOrigin origin = description.table().settings().origin();
        if (origin == null) {
            return;
        }
        out.member("RestoreSummary").beginObject();
        out.member("RestoreDateTime").epochSeconds(origin.restoredTo());
        out.member("RestoreInProgress").bool(description.isBeingRestored());
        if (origin.sourceBackupArn() != null) {
            out.member("SourceBackupArn").string(origin.sourceBackupArn());
        }
        if (origin.sourceTableArn() != null) {
            out.member("SourceTableArn").string(origin.sourceTableArn());
        }
        out.endObject();
    }

    /** Goes on to be told of when the stream is disabled. */
    private static void latestStream(TableDefinition table, JsonOutput out) {
        TableStream stream = table.settings().stream();
        if (stream != null) {
            out.member("LatestStreamArn").string(stream.arn(table.address()));
            out.member("LatestStreamLabel").string(stream.label());
        }
    }

    private static void streamSpecification(@Nullable TableStream stream, JsonOutput out) {
        if (stream != null && stream.enabled()) {
            out.member("StreamSpecification").beginObject();
            out.member("StreamEnabled").bool(true);
            out.member("StreamViewType").string(stream.viewType().name()).endObject();
        }
    }

    private static void tableClass(TableClass tableClass, JsonOutput out) {
        if (tableClass.name() != null) {
            List<Instant> changes = tableClass.changes();
            out.member("TableClassSummary").beginObject();
            if (!changes.isEmpty()) {
                out.member("LastUpdateDateTime").epochSeconds(changes.get(changes.size() - 1));
            }
            out.member("TableClass").string(tableClass.name()).endObject();
        }
    }

    /** While a table is CREATING, so is everything that belongs to it; an index is so until all of its entries are there. */
    static TableStatus shown(TableStatus tableStatus, TableStatus own) {
        return tableStatus == TableStatus.CREATING || own == TableStatus.BACKFILLING ? TableStatus.CREATING : own;
    }
}
