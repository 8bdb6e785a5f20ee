package org.extenddb.iam.action;

import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/**
 * GetLoginProfile and DeleteLoginProfile: users have no passwords here, which tools want to know before they delete one.
 *
 * @param name of the action
 */
record LoginProfile(IdentityStore store, String name) implements QueryAction {
    @Override
    public void answer(ActionCall call) {
        String userName = IamInput.name(call.in(), "UserName", IamInput.NAME);
        Identity user =
                store.read(call.account(), account -> Targets.authorized(call, account, IdentityKind.USER, userName));
        throw QueryException.of(QueryError.NO_SUCH_ENTITY, MessagesIam.noLoginProfile(user.name()));
    }
}
