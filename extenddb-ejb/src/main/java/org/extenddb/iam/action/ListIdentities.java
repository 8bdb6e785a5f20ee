package org.extenddb.iam.action;

import java.util.List;
import org.extenddb.auth.PrincipalIds;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/**
 * ListUsers, ListGroups and ListRoles.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html">ListUsers</a>
 */
record ListIdentities(IdentityStore store, PrincipalIds principals, IdentityKind kind) implements QueryAction {
    @Override
    public String name() {
        return "List" + kind.title() + "s";
    }

    @Override
    public void answer(ActionCall call) {
        Page page = Page.of(call.in());
        call.authorize(Identity.arn(call.account(), kind, page.pathPrefix()), new Conditions());
        List<Identity> found = store.read(call.account(), account -> account.list(kind, page.listing()));
        page.write(
                kind.title() + "s",
                principals.shown(found),
                Identity::name,
                call.out(),
                identity -> IdentityResult.write(identity, false, call.out()));
    }
}
