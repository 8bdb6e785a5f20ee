package org.extenddb.core.api.table;

import java.util.List;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** Writes what was asked for a new table as it was asked: the TableCreationParameters of imports. */
public final class TableParametersEncoder {
    private final JsonOutput out;

    private TableParametersEncoder(JsonOutput out) {
        this.out = out;
    }

    /** Writes an object. */
    public static void encode(CreateTableRequest request, JsonOutput out) {
        new TableParametersEncoder(out).table(request);
    }

    private void table(CreateTableRequest request) {
        TableMembers table = request.table();
        out.beginObject();
        string("TableName", table.tableName());
        if (table.attributeDefinitions() != null) {
            out.member("AttributeDefinitions").beginArray();
            for (AttributeDefinition definition : table.attributeDefinitions()) {
                out.beginObject();
                string("AttributeName", definition.attributeName());
                string("AttributeType", definition.attributeType());
                out.endObject();
            }
            out.endArray();
        }
        keySchema(request.keySchema());
        string("BillingMode", table.billingMode());
        capacity(table.capacity());
        encryption(table.sseSpecification());
        if (request.globalSecondaryIndexes() != null) {
            out.member("GlobalSecondaryIndexes").beginArray();
            request.globalSecondaryIndexes().forEach(this::index);
            out.endArray();
        }
        out.endObject();
    }

    private void index(IndexMembers index) {
        out.beginObject();
        string("IndexName", index.indexName());
        keySchema(index.keySchema());
        ProjectionMembers projection = index.projection();
        if (projection != null) {
            out.member("Projection").beginObject();
            string("ProjectionType", projection.projectionType());
            if (projection.nonKeyAttributes() != null) {
                out.member("NonKeyAttributes").strings(projection.nonKeyAttributes());
            }
            out.endObject();
        }
        capacity(index.capacity());
        out.endObject();
    }

    private void keySchema(@Nullable List<KeySchemaElement> schema) {
        if (schema != null) {
            out.member("KeySchema").beginArray();
            for (KeySchemaElement element : schema) {
                out.beginObject();
                string("AttributeName", element.attributeName());
                string("KeyType", element.keyType());
                out.endObject();
            }
            out.endArray();
        }
    }

    private void capacity(CapacityMembers capacity) {
        ThroughputMembers provisioned = capacity.provisioned();
        if (provisioned != null) {
            out.member("ProvisionedThroughput").beginObject();
            number("ReadCapacityUnits", provisioned.readCapacityUnits());
            number("WriteCapacityUnits", provisioned.writeCapacityUnits());
            out.endObject();
        }
        OnDemandMembers onDemand = capacity.onDemand();
        if (onDemand != null) {
            out.member("OnDemandThroughput").beginObject();
            number("MaxReadRequestUnits", onDemand.maxReadRequestUnits());
            number("MaxWriteRequestUnits", onDemand.maxWriteRequestUnits());
            out.endObject();
        }
    }

    private void encryption(@Nullable EncryptionMembers encryption) {
        if (encryption != null) {
            out.member("SSESpecification").beginObject();
            if (encryption.enabled() != null) {
                out.member("Enabled").bool(encryption.enabled());
            }
            string("SSEType", encryption.sseType());
            string("KMSMasterKeyId", encryption.kmsMasterKeyId());
            out.endObject();
        }
    }

    private void string(String member, @Nullable String value) {
        if (value != null) {
            out.member(member).string(value);
        }
    }

    private void number(String member, @Nullable Long value) {
        if (value != null) {
            out.member(member).number(value);
        }
    }
}
