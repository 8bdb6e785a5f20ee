package org.extenddb.auth;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.PrincipalPolicies;
import org.extenddb.core.iam.TrustPolicy;
import org.extenddb.core.identity.Account;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.IdentityStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads users and roles with all policies that apply to them. A stored policy that cannot be compiled makes its principal
 * unusable: to leave it out could mean to leave out a Deny.
 */
@SingleInstance
public final class IdentityRightsReader {
    private final IdentityStore store;
    private final AwsManagedPolicies awsPolicies;
    private final CompiledPolicies compiled = new CompiledPolicies();

    @Inject
    public IdentityRightsReader(IdentityStore store, AwsManagedPolicies awsPolicies) {
        this.store = store;
        this.awsPolicies = awsPolicies;
    }

    @Nullable
    IdentityRights read(IdentityRef ref) {
        return store.read(ref.account(), account -> {
            Identity identity = isClosed(account) ? null : account.findById(ref.identityId());
            return identity == null ? null : rights(identity, account);
        });
    }

    /** The account itself, as long as it is open. */
    @Nullable
    AccountId open(AccountId account) {
        return store.read(account, it -> isClosed(it) ? null : account);
    }

    private static boolean isClosed(AccountIdentities account) {
        Account details = account.details();
        return details != null && details.isClosed();
    }

    /** The rights of an identity as it is in this transaction. */
    public IdentityRights rights(Identity identity, AccountIdentities account) {
        List<NamedPolicy> policies = new ArrayList<>();
        addPolicies(identity, account, policies);
        for (String groupId : identity.groupIds()) {
            Identity group = account.findById(groupId);
            if (group != null) {
                addPolicies(group, account, policies);
            }
        }
        String boundaryArn = identity.grants().boundaryArn();
        NamedPolicy boundary = boundaryArn == null
                ? null
                : managed(List.of(boundaryArn), account).get(0);
        TrustPolicy trust = identity.role() == null
                ? null
                : TrustPolicy.parse(identity.role().trustPolicy());
        return new IdentityRights(identity, new PrincipalPolicies(policies, boundary, List.of()), trust);
    }

    /** Managed policies of an account or of AWS; those that are gone are left out. */
    List<NamedPolicy> managed(AccountId account, Collection<String> arns) {
        return arns.isEmpty() ? List.of() : store.read(account, identities -> managed(arns, identities));
    }

    private void addPolicies(Identity identity, AccountIdentities account, List<NamedPolicy> policies) {
        identity.grants()
                .inlinePolicies()
                .forEach((name, document) -> policies.add(new NamedPolicy(name, compiled.of(document))));
        policies.addAll(managed(identity.grants().attachedPolicies(), account));
    }

    private List<NamedPolicy> managed(Collection<String> arns, AccountIdentities account) {
        List<NamedPolicy> found = new ArrayList<>();
        for (String arn : arns) {
            if (awsPolicies.find(arn) != null) {
                found.add(Objects.requireNonNull(awsPolicies.compiled(arn)));
            }
        }
        for (ManagedPolicy policy : account.policies(arns)) {
            found.add(new NamedPolicy(policy.arn(), compiled.of(policy.document())));
        }
        return found;
    }
}
