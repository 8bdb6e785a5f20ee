package org.extenddb.iam.action;

import java.util.SortedSet;
import java.util.TreeSet;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveUserFromGroup.html">RemoveUserFromGroup</a> */
record RemoveUserFromGroup(IdentityStore store) implements QueryAction {
    @Override
    public String name() {
        return "RemoveUserFromGroup";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String groupName = IamInput.name(call.in(), "GroupName", IamInput.NAME);
        String userName = IamInput.name(call.in(), "UserName", IamInput.NAME);
        store.<@Nullable Object>change(call.account(), account -> {
            Identity group = Targets.authorized(call, account, IdentityKind.GROUP, groupName);
            Identity user = Targets.existing(IdentityKind.USER, userName, account.find(IdentityKind.USER, userName));
            SortedSet<String> groups = new TreeSet<>(user.groupIds());
            if (!groups.remove(group.id())) {
                throw QueryException.of(QueryError.NO_SUCH_ENTITY, MessagesIam.noSuch(IdentityKind.USER, userName));
            }
            account.save(user.withGroups(groups));
            return null;
        });
    }
}
