package org.extenddb.core.api.transfer;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** DescribeExport and DescribeImport as sent. */
public record TransferArnRequest(@Nullable String arn) {
    public static TransferArnRequest decodeExport(JsonInput in) {
        return decode(in, "ExportArn");
    }

    public static TransferArnRequest decodeImport(JsonInput in) {
        return decode(in, "ImportArn");
    }

    private static TransferArnRequest decode(JsonInput in, String member) {
        @Nullable String[] arn = new String[1];
        in.object((name, value) -> {
            if (name.equals(member)) {
                arn[0] = value.string();
            }
        });
        return new TransferArnRequest(arn[0]);
    }
}
