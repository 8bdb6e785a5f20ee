package org.extenddb.iam.sts;

import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/** @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a> */
record GetCallerIdentity() implements QueryAction {
    @Override
    public String name() {
        return "GetCallerIdentity";
    }

    /** Even an explicit Deny does not keep a caller from learning who it is. */
    @Override
    public void answer(ActionCall call) {
        call.needsNoPermission();
        call.out().text("Arn", call.caller().arn());
        call.out().text("UserId", call.caller().principal().userId());
        call.out().text("Account", call.account().value());
    }
}
