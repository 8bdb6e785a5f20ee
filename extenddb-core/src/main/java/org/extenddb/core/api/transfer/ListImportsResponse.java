package org.extenddb.core.api.transfer;

import java.util.List;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** ListImports' answer. */
public record ListImportsResponse(
        List<ImportDescription> imports, @Nullable String nextToken) {
    public ListImportsResponse {
        imports = List.copyOf(imports);
    }

    /** Writes the response object. */
    public static void encode(ListImportsResponse response, JsonOutput out) {
        out.beginObject().member("ImportSummaryList").beginArray();
        for (ImportDescription description : response.imports) {
            description.encodeSummary(out);
        }
        out.endArray();
        ExportRequest.string(out, "NextToken", response.nextToken);
        out.endObject();
    }
}
