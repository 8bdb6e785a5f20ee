package org.extenddb.core.api.transfer;

import java.time.Instant;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** IncrementalExportSpecification as sent. */
public record IncrementalMembers(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String viewType) {
    static @Nullable IncrementalMembers decode(JsonInput in) {
        Reader reader = new Reader();
        return in.object(reader::member) ? new IncrementalMembers(reader.from, reader.to, reader.viewType) : null;
    }

    void encode(JsonOutput out) {
        out.beginObject();
        if (from != null) {
            out.member("ExportFromTime").epochSeconds(from);
        }
        if (to != null) {
            out.member("ExportToTime").epochSeconds(to);
        }
        if (viewType != null) {
            out.member("ExportViewType").string(viewType);
        }
        out.endObject();
    }

    private static final class Reader {
        private @Nullable Instant from;
        private @Nullable Instant to;
        private @Nullable String viewType;

        void member(String name, JsonInput in) {
            switch (name) {
                case "ExportFromTime" -> from = in.epochSeconds();
                case "ExportToTime" -> to = in.epochSeconds();
                case "ExportViewType" -> viewType = in.string();
                default -> in.skip();
            }
        }
    }
}
