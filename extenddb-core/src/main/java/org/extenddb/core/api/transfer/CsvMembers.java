package org.extenddb.core.api.transfer;

import java.util.List;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** The Csv of InputFormatOptions as sent. */
public record CsvMembers(
        @Nullable String delimiter, @Nullable List<String> headers) {
    public CsvMembers {
        headers = headers == null ? null : List.copyOf(headers);
    }

    /** Reads InputFormatOptions; null when it has no Csv. */
    static @Nullable CsvMembers decodeOptions(JsonInput in) {
        @Nullable CsvMembers[] csv = new CsvMembers[1];
        in.object((name, value) -> {
            if (name.equals("Csv")) {
                csv[0] = decode(value);
            }
        });
        return csv[0];
    }

    private static @Nullable CsvMembers decode(JsonInput in) {
        Reader reader = new Reader();
        return in.object(reader::member) ? new CsvMembers(reader.delimiter, reader.headers) : null;
    }

    /** Writes InputFormatOptions. */
    void encodeOptions(JsonOutput out) {
        out.beginObject().member("Csv").beginObject();
        ExportRequest.string(out, "Delimiter", delimiter);
        if (headers != null) {
            out.member("HeaderList").strings(headers);
        }
        out.endObject().endObject();
    }

    private static final class Reader {
        private @Nullable String delimiter;
        private @Nullable List<String> headers;

        void member(String name, JsonInput in) {
            switch (name) {
                case "Delimiter" -> delimiter = in.string();
                case "HeaderList" -> headers = in.list(JsonInput::string);
                default -> in.skip();
            }
        }
    }
}
