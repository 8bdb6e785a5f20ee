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

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddUserToGroup.html">AddUserToGroup</a> */
record AddUserToGroup(IdentityStore store) implements QueryAction {
    private static final int QUOTA = 10;

    @Override
    public String name() {
        return "AddUserToGroup";
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
            if (groups.add(group.id()) && groups.size() > QUOTA) {
                throw QueryException.of(QueryError.LIMIT_EXCEEDED, MessagesIam.quota("GroupsPerUser", QUOTA));
            }
            account.save(user.withGroups(groups));
            return null;
        });
    }
}
