package org.extenddb.engine;

import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.validation.TableNames;

/**
 * What surrounds a request: who, where, and its id.
 *
 * @param region the region of the signature: each is a name space of its own
 * @param host the address the client used for this server: its Host header, empty when there was none
 */
public record RequestContext(Caller caller, Region region, String requestId, String host) {
    public RequestContext(Caller caller, Region region, String requestId) {
        this(caller, region, requestId, "");
    }

    /** The table that a name, or an ARN in its place, means for this caller. */
    public TableAddress table(String nameOrArn) {
        String account = TableNames.accountOf(nameOrArn);
        String arnRegion = TableNames.regionOf(nameOrArn);
        return account == null || arnRegion == null
                ? new TableAddress(caller.account(), region, nameOrArn)
                : new TableAddress(new AccountId(account), new Region(arnRegion), TableNames.nameOf(nameOrArn));
    }
}
