package org.extenddb.iam.action;

import java.util.List;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.queryprotocol.ResultOutput;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetGroup.html">GetGroup</a> */
record GetGroup(IdentityStore store) implements QueryAction {
    @Override
    public String name() {
        return "GetGroup";
    }

    @Override
    public void answer(ActionCall call) {
        String groupName = IamInput.name(call.in(), "GroupName", IamInput.NAME);
        Page page = Page.of(call.in());
        ResultOutput out = call.out();
        store.<@Nullable Object>read(call.account(), account -> {
            Identity group = Targets.authorized(call, account, IdentityKind.GROUP, groupName);
            out.begin("Group");
            IdentityResult.write(group, false, out);
            out.end();
            List<Identity> users = account.members(group.id(), page.listing());
            page.write("Users", users, Identity::name, out, user -> IdentityResult.write(user, false, out));
            return null;
        });
    }
}
