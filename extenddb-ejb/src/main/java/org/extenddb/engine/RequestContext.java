package org.extenddb.engine;

import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;

/**
 * What surrounds a request: who, where, and its id.
 *
 * @param region the region of the signature: each is a name space of its own
 */
public record RequestContext(Caller caller, Region region, String requestId) {
    /** A table of the caller's own account. */
    public TableAddress table(String tableName) {
        return new TableAddress(caller.account(), region, tableName);
    }
}
