package org.extenddb.core.api.transfer;

import java.util.List;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** ListExports' answer. */
public record ListExportsResponse(
        List<ExportDescription> exports, @Nullable String nextToken) {
    public ListExportsResponse {
        exports = List.copyOf(exports);
    }

    /** Writes the response object. */
    public static void encode(ListExportsResponse response, JsonOutput out) {
        out.beginObject().member("ExportSummaries").beginArray();
        for (ExportDescription export : response.exports) {
            out.beginObject().member("ExportArn").string(export.arn());
            out.member("ExportStatus").string(export.status());
            out.member("ExportType").string(export.type()).endObject();
        }
        out.endArray();
        ExportRequest.string(out, "NextToken", response.nextToken);
        out.endObject();
    }
}
