package org.extenddb.console.request;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A CreateTable request as a resource of Terraform's AWS provider. */
public final class Terraform {
    private final StringBuilder out = new StringBuilder();

    private Terraform() {}

    /** @param expiryAttribute of UpdateTimeToLive; null where items do not expire */
    public static String of(JsonObject createTable, @Nullable String expiryAttribute) {
        Terraform terraform = new Terraform();
        terraform.resource(createTable, expiryAttribute);
        return terraform.out.toString();
    }

    private void resource(JsonObject table, @Nullable String expiryAttribute) {
        String name = table.getString("TableName");
        line("resource \"aws_dynamodb_table\" \"" + label(name) + "\" {");
        text(1, "name", name);
        text(1, "billing_mode", table.getString("BillingMode", "PROVISIONED"));
        if (table.containsKey("TableClass")) {
            text(1, "table_class", table.getString("TableClass"));
        }
        capacity(1, table);
        keys(1, table);
        for (JsonObject attribute : objects(table, "AttributeDefinitions")) {
            line("");
            line("  attribute {");
            text(2, "name", attribute.getString("AttributeName"));
            text(2, "type", attribute.getString("AttributeType"));
            line("  }");
        }
        objects(table, "GlobalSecondaryIndexes").forEach(index -> index("global_secondary_index", index));
        objects(table, "LocalSecondaryIndexes").forEach(index -> index("local_secondary_index", index));
        stream(table);
        if (expiryAttribute != null) {
            line("");
            line("  ttl {");
            text(2, "attribute_name", expiryAttribute);
            line("    enabled = true");
            line("  }");
        }
        tags(objects(table, "Tags"));
        out.append("}");
    }

    private void index(String kind, JsonObject index) {
        line("");
        line("  " + kind + " {");
        text(2, "name", index.getString("IndexName"));
        keys(2, index);
        JsonObject projection = index.getJsonObject("Projection");
        text(2, "projection_type", projection.getString("ProjectionType"));
        if (projection.containsKey("NonKeyAttributes")) {
            line("    non_key_attributes = " + projection.getJsonArray("NonKeyAttributes"));
        }
        capacity(2, index);
        line("  }");
    }

    private void keys(int depth, JsonObject table) {
        for (JsonObject key : objects(table, "KeySchema")) {
            text(
                    depth,
                    key.getString("KeyType").equals("HASH") ? "hash_key" : "range_key",
                    key.getString("AttributeName"));
        }
    }

    private void capacity(int depth, JsonObject table) {
        JsonObject bounds = table.getJsonObject("OnDemandThroughput");
        if (bounds != null) {
            line("  ".repeat(depth) + "on_demand_throughput {");
            bound(depth + 1, bounds, "MaxReadRequestUnits", "max_read_request_units");
            bound(depth + 1, bounds, "MaxWriteRequestUnits", "max_write_request_units");
            line("  ".repeat(depth) + "}");
        }
        JsonObject units = table.getJsonObject("ProvisionedThroughput");
        if (units != null) {
            line("  ".repeat(depth) + "read_capacity = " + units.get("ReadCapacityUnits"));
            line("  ".repeat(depth) + "write_capacity = " + units.get("WriteCapacityUnits"));
        }
    }

    private void bound(int depth, JsonObject bounds, String member, String name) {
        if (bounds.containsKey(member)) {
            line("  ".repeat(depth) + name + " = " + bounds.get(member));
        }
    }

    private void stream(JsonObject table) {
        JsonObject stream = table.getJsonObject("StreamSpecification");
        if (stream != null && stream.getBoolean("StreamEnabled", false)) {
            line("  stream_enabled = true");
            text(1, "stream_view_type", stream.getString("StreamViewType"));
        }
        if (table.getBoolean("DeletionProtectionEnabled", false)) {
            line("  deletion_protection_enabled = true");
        }
    }

    private void tags(List<JsonObject> tags) {
        if (tags.isEmpty()) {
            return;
        }
        line("");
        line("  tags = {");
        for (JsonObject tag : tags) {
            line("    " + quoted(tag.getString("Key")) + " = " + quoted(tag.getString("Value")));
        }
        line("  }");
    }

    private void text(int depth, String name, String value) {
        line("  ".repeat(depth) + name + " = " + quoted(value));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static List<JsonObject> objects(JsonObject parent, String member) {
        JsonValue value = parent.getOrDefault(member, JsonValue.EMPTY_JSON_ARRAY);
        return value.asJsonArray().getValuesAs(JsonObject.class);
    }

    /** Terraform would put values in where it reads ${ or %{. */
    private static String quoted(String text) {
        String json = Json.createValue(text).toString();
        return json.replace("${", "$${").replace("%{", "%%{");
    }

    /** Letters, digits, dashes and underscores, and no digit first. */
    private static String label(String name) {
        String label = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "_");
        return label.isEmpty() ? "table" : Character.isLetter(label.charAt(0)) ? label : "t_" + label;
    }
}
