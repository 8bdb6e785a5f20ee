package org.extenddb.iam.action;

import java.util.List;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/**
 * ListAttachedUserPolicies, ListAttachedGroupPolicies and ListAttachedRolePolicies.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedUserPolicies.html">ListAttachedUserPolicies</a>
 */
record ListAttachedPolicies(IdentityStore store, IdentityKind kind) implements QueryAction {
    @Override
    public String name() {
        return "ListAttached" + kind.title() + "Policies";
    }

    @Override
    public void answer(ActionCall call) {
        String identityName = IamInput.name(call.in(), kind.title() + "Name", IamInput.NAME);
        Page page = Page.of(call.in());
        Identity identity =
                store.read(call.account(), account -> Targets.authorized(call, account, kind, identityName));
        List<String> arns = identity.grants().attachedPolicies().stream()
                .filter(arn -> path(arn).startsWith(page.pathPrefix()))
                .toList();
        page.writePartOf(
                "AttachedPolicies",
                arns,
                arn -> arn,
                call.out(),
                arn -> call.out()
                        .text("PolicyName", arn.substring(arn.lastIndexOf('/') + 1))
                        .text("PolicyArn", arn));
    }

    private static String path(String arn) {
        return arn.substring(arn.indexOf('/'), arn.lastIndexOf('/') + 1);
    }
}
