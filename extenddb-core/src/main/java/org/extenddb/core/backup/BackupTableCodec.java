package org.extenddb.core.backup;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;

/** A backup's table as JSON, in the manifest and in the database. New members may be added; none changes its meaning. */
public final class BackupTableCodec {
    private BackupTableCodec() {}

    /** Writes it. */
    public static void encode(BackupTable table, JsonOutput out) {
        out.beginObject();
        out.member("Account").string(table.address().account().value());
        out.member("Region").string(table.address().region().value());
        out.member("TableName").string(table.address().tableName());
        out.member("TableId").string(table.tableId().toString());
        out.member("CreatedAt").string(table.createdAt().toString());
        out.member("HashKey").strings(names(table.keySchema().hash()));
        out.member("RangeKey").strings(names(table.keySchema().range()));
        out.member("Attributes").strings(names(table.keyAttributes()));
        out.member("AttributeTypes")
                .strings(table.keyAttributes().stream()
                        .map(attribute -> attribute.type().name())
                        .toList());
        out.member("Indexes").beginArray();
        table.indexes().forEach(index -> index(index, out));
        out.endArray();
        settings(table.settings(), out);
        out.endObject();
    }

    /** As a text. */
    public static String toJson(BackupTable table) {
        JsonOutput out = new JsonOutput();
        encode(table, out);
        return out.toString();
    }

    /** Reads what {@link #encode} wrote. */
    public static BackupTable decode(JsonInput in) {
        BackupTableReader reader = new BackupTableReader();
        in.object(reader::member);
        return reader.table();
    }

    /** Reads a text. */
    public static BackupTable ofJson(String json) {
        return decode(JsonInput.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void index(IndexDefinition index, JsonOutput out) {
        out.beginObject().member("Name").string(index.name());
        out.member("Kind").string(index.kind().name());
        out.member("HashKey").strings(names(index.keySchema().hash()));
        out.member("RangeKey").strings(names(index.keySchema().range()));
        out.member("ProjectionType").string(index.projection().type().name());
        out.member("NonKeyAttributes").strings(index.projection().nonKeyAttributes());
        if (index.throughput() != null) {
            throughput(index.throughput(), out);
        }
        out.endObject();
    }

    private static void settings(TableSettings settings, JsonOutput out) {
        out.member("BillingMode").string(settings.billingMode().name());
        throughput(settings.throughput(), out);
        if (settings.tableClass().name() != null) {
            out.member("TableClass").string(settings.tableClass().name());
        }
        if (settings.kmsKeyArn() != null) {
            out.member("KmsKeyArn").string(settings.kmsKeyArn());
        }
        if (settings.isStreamed() && settings.stream() != null) {
            out.member("StreamViewType").string(settings.stream().viewType().name());
        }
        if (settings.timeToLive() != null && settings.timeToLive().enabled()) {
            out.member("TimeToLiveAttribute").string(settings.timeToLive().attributeName());
        }
        out.member("TagKeys").strings(List.copyOf(settings.tags().keySet()));
        out.member("TagValues").strings(List.copyOf(settings.tags().values()));
    }

    private static void throughput(Throughput throughput, JsonOutput out) {
        out.member("ReadCapacityUnits").number(throughput.provisioned().readCapacityUnits());
        out.member("WriteCapacityUnits").number(throughput.provisioned().writeCapacityUnits());
        if (throughput.onDemand().maxReadRequestUnits() != null) {
            out.member("MaxReadRequestUnits").number(throughput.onDemand().maxReadRequestUnits());
        }
        if (throughput.onDemand().maxWriteRequestUnits() != null) {
            out.member("MaxWriteRequestUnits").number(throughput.onDemand().maxWriteRequestUnits());
        }
    }

    private static List<String> names(List<KeyAttribute> attributes) {
        return attributes.stream().map(KeyAttribute::name).toList();
    }
}
