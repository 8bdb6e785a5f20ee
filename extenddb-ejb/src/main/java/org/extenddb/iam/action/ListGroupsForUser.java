package org.extenddb.iam.action;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupsForUser.html">ListGroupsForUser</a> */
record ListGroupsForUser(IdentityStore store) implements QueryAction {
    @Override
    public String name() {
        return "ListGroupsForUser";
    }

    @Override
    public void answer(ActionCall call) {
        String userName = IamInput.name(call.in(), "UserName", IamInput.NAME);
        Page page = Page.of(call.in());
        List<Identity> groups = store.read(call.account(), account -> {
            Identity user = Targets.authorized(call, account, IdentityKind.USER, userName);
            return user.groupIds().stream()
                    .map(account::findById)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparing(Identity::name))
                    .toList();
        });
        page.writePartOf(
                "Groups", groups, Identity::name, call.out(), it -> IdentityResult.write(it, false, call.out()));
    }
}
