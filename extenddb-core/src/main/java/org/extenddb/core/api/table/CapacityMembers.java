package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** What a request says of the capacity of a table or an index, as sent. */
public record CapacityMembers(
        @Nullable ThroughputMembers provisioned,
        @Nullable OnDemandMembers onDemand,
        @Nullable WarmMembers warm) {
    /** Of a request that says nothing of it. */
    public static final CapacityMembers NONE = new CapacityMembers(null, null, null);

    /** Takes the members by the names they have in tables and indexes alike. */
    static final class Reader {
        private @Nullable ThroughputMembers provisioned;
        private @Nullable OnDemandMembers onDemand;
        private @Nullable WarmMembers warm;

        /** False for a member of another kind, which is left unread. */
        boolean member(String name, JsonInput in) {
            switch (name) {
                case "ProvisionedThroughput" -> provisioned = ThroughputMembers.decode(in);
                case "OnDemandThroughput" -> onDemand = OnDemandMembers.decode(in);
                case "WarmThroughput" -> warm = WarmMembers.decode(in);
                default -> {
                    return false;
                }
            }
            return true;
        }

        CapacityMembers members() {
            return new CapacityMembers(provisioned, onDemand, warm);
        }
    }
}
