package org.extenddb.iam.action;

import java.util.List;
import java.util.stream.Stream;
import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.AccountIdentities.Listing;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.Violations;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html">ListPolicies</a> */
record ListPolicies(IdentityStore store, AwsManagedPolicies awsPolicies) implements QueryAction {
    @Override
    public String name() {
        return "ListPolicies";
    }

    @Override
    public void answer(ActionCall call) {
        Page page = Page.of(call.in());
        String scope = call.in().find("Scope");
        new Violations()
                .oneOf(new EnumMember("scope", scope, List.of("All", "AWS", "Local")))
                .check();
        boolean onlyAttached = IamInput.bool(call.in(), "OnlyAttached");
        call.authorize("arn:aws:iam::" + call.account() + ":policy" + page.pathPrefix(), new Conditions());
        store.<@Nullable Object>read(call.account(), account -> {
            List<ManagedPolicy> all = all(account, scope == null ? "All" : scope, page.pathPrefix());
            List<ManagedPolicy> shown = all.stream()
                    .filter(it -> !onlyAttached || !account.having(it.arn()).isEmpty())
                    .toList();
            page.writePartOf(
                    "Policies",
                    shown,
                    ListPolicies::order,
                    call.out(),
                    policy -> IdentityResult.write(policy, account, false, call.out()));
            return null;
        });
    }

    /** Those of the account first. */
    private List<ManagedPolicy> all(AccountIdentities account, String scope, String pathPrefix) {
        Stream<ManagedPolicy> own = scope.equals("AWS")
                ? Stream.of()
                : account.listPolicies(new Listing(pathPrefix, "", Integer.MAX_VALUE)).stream();
        Stream<ManagedPolicy> ofAws = scope.equals("Local")
                ? Stream.of()
                : awsPolicies.all().stream().filter(it -> it.path().startsWith(pathPrefix));
        return Stream.concat(own, ofAws).toList();
    }

    private static String order(ManagedPolicy policy) {
        return (policy.account() == null ? "2" : "1") + policy.name();
    }
}
