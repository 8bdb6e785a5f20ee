package org.extenddb.iam.action;

import java.util.Comparator;
import java.util.List;
import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html">ListEntitiesForPolicy</a> */
record ListEntitiesForPolicy(IdentityStore store, AwsManagedPolicies awsPolicies) implements QueryAction {
    private static final List<IdentityKind> ORDER = List.of(IdentityKind.GROUP, IdentityKind.USER, IdentityKind.ROLE);

    @Override
    public String name() {
        return "ListEntitiesForPolicy";
    }

    @Override
    public void answer(ActionCall call) {
        String policyArn = IamInput.policyArn(call.in(), "PolicyArn");
        Page page = Page.of(call.in());
        List<Identity> having = store.read(call.account(), account -> {
            Targets.authorizedPolicy(call, account, awsPolicies, policyArn);
            return account.having(policyArn);
        });
        List<Identity> rest = having.stream()
                .filter(it -> isAskedFor(it, policyArn, call.in()) && it.path().startsWith(page.pathPrefix()))
                .filter(it -> order(it).compareTo(page.after()) > 0)
                .sorted(Comparator.comparing(ListEntitiesForPolicy::order))
                .toList();
        List<Identity> shown = rest.subList(0, Math.min(rest.size(), page.maxItems()));
        for (IdentityKind kind : ORDER) {
            List<Identity> ofKind =
                    shown.stream().filter(it -> it.kind() == kind).toList();
            call.out()
                    .list(
                            "Policy" + kind.title() + "s",
                            ofKind,
                            it -> call.out()
                                    .text(kind.title() + "Name", it.name())
                                    .text(kind.title() + "Id", it.id()));
        }
        page.end(rest.size() > shown.size() ? order(shown.get(shown.size() - 1)) : "", call.out());
    }

    private static boolean isAskedFor(Identity identity, String policyArn, FormParameters in) {
        String filter = in.find("EntityFilter");
        String usage = in.find("PolicyUsageFilter");
        boolean attached = identity.grants().attachedPolicies().contains(policyArn);
        boolean bounded = policyArn.equals(identity.grants().boundaryArn());
        return (filter == null || filter.equals(identity.kind().title()))
                && (usage == null
                        || (usage.equals("PermissionsPolicy") && attached)
                        || (usage.equals("PermissionsBoundary") && bounded));
    }

    private static String order(Identity identity) {
        return ORDER.indexOf(identity.kind()) + identity.name();
    }
}
