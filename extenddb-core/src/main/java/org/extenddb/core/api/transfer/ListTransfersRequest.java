package org.extenddb.core.api.transfer;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/**
 * ListExports and ListImports as sent.
 *
 * @param limit MaxResults, or PageSize
 */
public record ListTransfersRequest(
        @Nullable String tableArn,
        @Nullable Integer limit,
        @Nullable String nextToken) {
    public static ListTransfersRequest decodeExports(JsonInput in) {
        return decode(in, "MaxResults");
    }

    public static ListTransfersRequest decodeImports(JsonInput in) {
        return decode(in, "PageSize");
    }

    private static ListTransfersRequest decode(JsonInput in, String limitMember) {
        Reader reader = new Reader(limitMember);
        in.object(reader::member);
        return new ListTransfersRequest(reader.tableArn, reader.limit, reader.nextToken);
    }

    private static final class Reader {
        private final String limitMember;
        private @Nullable String tableArn;
        private @Nullable Integer limit;
        private @Nullable String nextToken;

        Reader(String limitMember) {
            this.limitMember = limitMember;
        }

        void member(String name, JsonInput in) {
            if (name.equals(limitMember)) {
                limit = in.integer();
            } else if (name.equals("TableArn")) {
                tableArn = in.string();
            } else if (name.equals("NextToken")) {
                nextToken = in.string();
            }
        }
    }
}
