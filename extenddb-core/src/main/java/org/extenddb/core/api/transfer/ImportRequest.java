package org.extenddb.core.api.transfer;

import org.extenddb.core.api.table.CreateTableCodec;
import org.extenddb.core.api.table.CreateTableRequest;
import org.extenddb.core.api.table.TableParametersEncoder;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * ImportTable as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ImportTable.html">ImportTable</a>
 */
public record ImportRequest(
        @Nullable String clientToken,
        @Nullable SourceMembers source,
        @Nullable String inputFormat,
        @Nullable CsvMembers csv,
        @Nullable String compression,
        @Nullable CreateTableRequest table) {
    /** Reads the request object. */
    public static ImportRequest decode(JsonInput in) {
        Reader reader = new Reader();
        in.object(reader::member);
        return new ImportRequest(
                reader.clientToken, reader.source, reader.inputFormat, reader.csv, reader.compression, reader.table);
    }

    /** As it is described: whose the bucket is said to be is told, asked for or not. */
    ImportRequest ownedBy(AccountId account) {
        return source == null ? this : with(source.ownedBy(account));
    }

    /** Whether a client's token stands for both: DynamoDB does not look at where in the bucket they read. */
    public boolean isRepeatedBy(ImportRequest other) {
        return withoutPrefix().equals(other.withoutPrefix());
    }

    private ImportRequest withoutPrefix() {
        return source == null ? this : with(source.withoutPrefix());
    }

    private ImportRequest with(SourceMembers changed) {
        return new ImportRequest(clientToken, changed, inputFormat, csv, compression, table);
    }

    /** Writes the members, within an object. */
    public void encodeMembers(JsonOutput out) {
        ExportRequest.string(out, "ClientToken", clientToken);
        if (source != null) {
            out.member("S3BucketSource");
            source.encode(out);
        }
        ExportRequest.string(out, "InputFormat", inputFormat);
        if (csv != null) {
            out.member("InputFormatOptions");
            csv.encodeOptions(out);
        }
        ExportRequest.string(out, "InputCompressionType", compression);
        if (table != null) {
            out.member("TableCreationParameters");
            TableParametersEncoder.encode(table, out);
        }
    }

    private static final class Reader {
        private @Nullable String clientToken;
        private @Nullable SourceMembers source;
        private @Nullable String inputFormat;
        private @Nullable CsvMembers csv;
        private @Nullable String compression;
        private @Nullable CreateTableRequest table;

        void member(String name, JsonInput in) {
            switch (name) {
                case "ClientToken" -> clientToken = in.string();
                case "S3BucketSource" -> source = SourceMembers.decode(in);
                case "InputFormat" -> inputFormat = in.string();
                case "InputFormatOptions" -> csv = CsvMembers.decodeOptions(in);
                case "InputCompressionType" -> compression = in.string();
                case "TableCreationParameters" -> table = in.isNull() ? null : CreateTableCodec.decodeParameters(in);
                default -> in.skip();
            }
        }
    }
}
