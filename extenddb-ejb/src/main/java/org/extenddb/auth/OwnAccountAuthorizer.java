package org.extenddb.auth;

import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesAccess;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.Principal;

/** Lets root users do everything in their own account, and nothing in another; all others may do nothing. */
@SingleInstance
public final class OwnAccountAuthorizer implements Authorizer {
    private static final int ACCOUNT_FIELD = 4;

    @Override
    public void authorize(Authenticated authenticated, List<AccessRequest> requests) {
        Caller caller = authenticated.caller();
        for (AccessRequest request : requests) {
            if (!(caller.principal() instanceof Principal.Root)) {
                throw DynamoDbException.of(
                        ErrorCode.ACCESS_DENIED,
                        MessagesAccess.notAllowed(
                                caller.arn(), request.action(), request.resource(), "identity-based policy"));
            }
            if (!request.resource().equals("*") && !isOf(caller.account().value(), request.resource())) {
                throw DynamoDbException.of(
                        ErrorCode.ACCESS_DENIED,
                        MessagesAccess.noResourcePolicy(caller.arn(), request.action(), request.resource()));
            }
        }
    }

    /** Whether the fifth field of an ARN is the account. */
    private static boolean isOf(String account, String arn) {
        int start = 0;
        for (int field = 0; field < ACCOUNT_FIELD; field++) {
            start = arn.indexOf(':', start) + 1;
            if (start == 0) {
                return false;
            }
        }
        return arn.startsWith(account + ":", start);
    }
}
