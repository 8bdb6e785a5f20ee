package org.extenddb.engine;

import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesConstraints;
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

    /**
     * The table that a name, or an ARN in its place, means for this caller.
     *
     * @throws DynamoDbException ValidationException for an ARN of another region
     */
    public TableAddress table(String nameOrArn) {
        String account = TableNames.accountOf(nameOrArn);
        String arnRegion = TableNames.regionOf(nameOrArn);
        if (account == null || arnRegion == null) {
            return new TableAddress(caller.account(), region, nameOrArn);
        }
        if (!arnRegion.equals(region.value())) {
            throw DynamoDbException.validation(MessagesConstraints.otherRegion(nameOrArn));
        }
        return new TableAddress(new AccountId(account), region, TableNames.nameOf(nameOrArn));
    }
}
