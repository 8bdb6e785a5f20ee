package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonInput;

/** A request without members. */
public record EmptyRequest() {
    /** Reads the request object. */
    public static EmptyRequest decode(JsonInput in) {
        in.object((name, value) -> value.skip());
        return new EmptyRequest();
    }
}
