package org.extenddb.console.transfer;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.util.UUID;
import org.extenddb.console.table.NewTableForm;
import org.jspecify.annotations.Nullable;

/** An import as filled in. A Faces form writes it. */
public class ImportForm implements Serializable {
    private final String token = UUID.randomUUID().toString();
    private final NewTableForm table = new NewTableForm();
    private String bucket = "";
    private String prefix = "";
    private String format = "DYNAMODB_JSON";
    private String compression = "NONE";
    private String delimiter = ",";
    private String header = "";

    /** ImportTable, with a token: the form can be sent twice. */
    JsonObject toJson() {
        JsonObjectBuilder source = Json.createObjectBuilder().add("S3Bucket", bucket.strip());
        if (!prefix.isBlank()) {
            source.add("S3KeyPrefix", prefix.strip());
        }
        JsonObjectBuilder request = Json.createObjectBuilder()
                .add("ClientToken", token)
                .add("S3BucketSource", source)
                .add("InputFormat", format)
                .add("InputCompressionType", compression)
                .add("TableCreationParameters", table.toJson());
        if (isCsv()) {
            request.add("InputFormatOptions", Json.createObjectBuilder().add("Csv", csv()));
        }
        return request.build();
    }

    private JsonObjectBuilder csv() {
        JsonObjectBuilder csv = Json.createObjectBuilder().add("Delimiter", delimiter);
        if (!header.isBlank()) {
            JsonArrayBuilder names = Json.createArrayBuilder();
            for (String name : header.split(",")) {
                names.add(name.strip());
            }
            csv.add("HeaderList", names);
        }
        return csv;
    }

    public boolean isCsv() {
        return format.equals("CSV");
    }

    public NewTableForm getTable() {
        return table;
    }

    public String getBucket() {
        return bucket;
    }

    public void setBucket(@Nullable String bucket) {
        this.bucket = bucket == null ? "" : bucket;
    }

    public String getPrefix() {
        return prefix;
    }

    public void setPrefix(@Nullable String prefix) {
        this.prefix = prefix == null ? "" : prefix;
    }

    public String getFormat() {
        return format;
    }

    public void setFormat(String format) {
        this.format = format;
    }

    public String getCompression() {
        return compression;
    }

    public void setCompression(String compression) {
        this.compression = compression;
    }

    public String getDelimiter() {
        return delimiter;
    }

    public void setDelimiter(String delimiter) {
        this.delimiter = delimiter;
    }

    /** Names by commas; empty where the first line of each file has them. */
    public String getHeader() {
        return header;
    }

    public void setHeader(@Nullable String header) {
        this.header = header == null ? "" : header;
    }
}
