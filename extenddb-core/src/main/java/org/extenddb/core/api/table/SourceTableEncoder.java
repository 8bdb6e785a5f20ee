package org.extenddb.core.api.table;

import java.util.List;
import org.extenddb.core.backup.BackupTable;
import org.extenddb.core.backup.StoredBackup.Size;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.wire.JsonOutput;

/** Writes what a backup tells of its table. */
public final class SourceTableEncoder {
    private SourceTableEncoder() {}

    /** SourceTableDetails. */
    public static void details(BackupTable table, Size size, JsonOutput out) {
        out.beginObject()
                .member("BillingMode")
                .string(table.settings().billingMode().name());
        out.member("ItemCount").number(size.items());
        TableDescriptionEncoder.keySchema(table.keySchema(), out);
        ThroughputEncoder.onDemand(table.settings().throughput().onDemand(), out);
        units(table.settings().throughput(), out);
        out.member("TableArn").string(table.address().arn());
        out.member("TableCreationDateTime").epochSeconds(table.createdAt());
        out.member("TableId").string(table.tableId().toString());
        out.member("TableName").string(table.address().tableName());
        out.member("TableSizeBytes").number(size.bytes());
        out.endObject();
    }

    /** SourceTableFeatureDetails: what the table has none of is left out. */
    public static void features(BackupTable table, JsonOutput out) {
        TableSettings settings = table.settings();
        out.beginObject();
        indexes("GlobalSecondaryIndexes", table, true, out);
        indexes("LocalSecondaryIndexes", table, false, out);
        if (settings.kmsKeyArn() != null) {
            out.member("SSEDescription").beginObject();
            out.member("KMSMasterKeyArn").string(settings.kmsKeyArn());
            out.member("SSEType").string("KMS");
            out.member("Status").string("ENABLED").endObject();
        }
        if (settings.stream() != null) {
            out.member("StreamDescription").beginObject();
            out.member("StreamEnabled").bool(true);
            out.member("StreamViewType")
                    .string(settings.stream().viewType().name())
                    .endObject();
        }
        if (settings.timeToLive() != null) {
            out.member("TimeToLiveDescription").beginObject();
            out.member("AttributeName").string(settings.timeToLive().attributeName());
            out.member("TimeToLiveStatus").string("ENABLED").endObject();
        }
        out.endObject();
    }

    private static void indexes(String member, BackupTable table, boolean global, JsonOutput out) {
        List<IndexDefinition> indexes = table.indexes().stream()
                .filter(index -> index.isGlobal() == global)
                .toList();
        if (indexes.isEmpty()) {
            return;
        }
        out.member(member).beginArray();
        for (IndexDefinition index : indexes) {
            out.beginObject().member("IndexName").string(index.name());
            TableDescriptionEncoder.keySchema(index.keySchema(), out);
            IndexDescriptionEncoder.projection(index.projection(), out);
            if (index.throughput() != null) {
                ThroughputEncoder.onDemand(index.throughput().onDemand(), out);
                units(index.throughput(), out);
            }
            out.endObject();
        }
        out.endArray();
    }

    private static void units(Throughput throughput, JsonOutput out) {
        out.member("ProvisionedThroughput").beginObject();
        out.member("ReadCapacityUnits").number(throughput.provisioned().readCapacityUnits());
        out.member("WriteCapacityUnits").number(throughput.provisioned().writeCapacityUnits());
        out.endObject();
    }
}
