package org.extenddb.iam.action;

import java.util.List;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/**
 * ListUserPolicies, ListGroupPolicies and ListRolePolicies: the names of inline policies.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserPolicies.html">ListUserPolicies</a>
 */
record ListInlinePolicies(IdentityStore store, IdentityKind kind) implements QueryAction {
    @Override
    public String name() {
        return "List" + kind.title() + "Policies";
    }

    @Override
    public void answer(ActionCall call) {
        String identityName = IamInput.name(call.in(), kind.title() + "Name", IamInput.NAME);
        Page page = Page.of(call.in());
        Identity identity =
                store.read(call.account(), account -> Targets.authorized(call, account, kind, identityName));
        List<String> rest = identity.grants().inlinePolicies().keySet().stream()
                .filter(it -> it.compareTo(page.after()) > 0)
                .toList();
        List<String> shown = rest.subList(0, Math.min(rest.size(), page.maxItems()));
        call.out().texts("PolicyNames", shown);
        page.end(rest.size() > shown.size() ? shown.get(shown.size() - 1) : "", call.out());
    }
}
