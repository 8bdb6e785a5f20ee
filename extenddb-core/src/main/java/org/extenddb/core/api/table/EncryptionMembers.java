package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** SSESpecification as sent. */
public record EncryptionMembers(
        @Nullable Boolean enabled,
        @Nullable String sseType,
        @Nullable String kmsMasterKeyId) {
    static @Nullable EncryptionMembers decode(JsonInput in) {
        Reader reader = new Reader();
        return in.object(reader::member)
                ? new EncryptionMembers(reader.enabled, reader.sseType, reader.kmsMasterKeyId)
                : null;
    }

    private static final class Reader {
        private @Nullable Boolean enabled;
        private @Nullable String sseType;
        private @Nullable String kmsMasterKeyId;

        void member(String name, JsonInput in) {
            switch (name) {
                case "Enabled" -> enabled = in.bool();
                case "SSEType" -> sseType = in.string();
                case "KMSMasterKeyId" -> kmsMasterKeyId = in.string();
                default -> in.skip();
            }
        }
    }
}
