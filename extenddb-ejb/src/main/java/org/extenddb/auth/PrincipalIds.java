package org.extenddb.auth;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.iam.PolicyPrincipals;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.RoleSettings;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.IdentityStore;
import org.jspecify.annotations.Nullable;

/** Binds policies of resources and roles to those whom they name, and tells whom they are bound to. */
@SingleInstance
public final class PrincipalIds {
    private static final int ACCOUNT = 4;
    private static final int NAME = 5;

    private final IdentityStore store;

    @Inject
    public PrincipalIds(IdentityStore store) {
        this.store = store;
    }

    /**
     * A policy as it is kept: with the unique ids of the users and roles that it names.
     *
     * @throws org.extenddb.core.iam.MalformedPolicyException when there is no such user or role
     */
    public String bound(String policy) {
        Set<String> known = known(PolicyPrincipals.names(policy)).keySet();
        return PolicyPrincipals.replace(policy, name -> {
            if (PolicyPrincipals.isArn(name)) {
                return id(name);
            }
            return known.contains(name) ? name : null;
        });
    }

    /** A policy as people see it: with the ARNs that those it is bound to have now. The ids of those that are gone stay. */
    public String shown(String policy) {
        return shown(policy, known(PolicyPrincipals.names(policy)));
    }

    /** Roles with their trust policies as people see them. */
    public List<Identity> shown(List<Identity> identities) {
        Map<String, String> arns = known(PolicyPrincipals.names(identities.stream()
                .map(Identity::role)
                .filter(Objects::nonNull)
                .map(RoleSettings::trustPolicy)
                .toList()));
        return identities.stream().map(identity -> shown(identity, arns)).toList();
    }

    /** The same of one. */
    public Identity shown(Identity identity) {
        return shown(List.of(identity)).get(0);
    }

    private static Identity shown(Identity identity, Map<String, String> arns) {
        RoleSettings role = identity.role();
        return role == null
                ? identity
                : identity.withRole(new RoleSettings(
                        shown(role.trustPolicy(), arns), role.maxSessionSeconds(), role.description()));
    }

    private static String shown(String policy, Map<String, String> arns) {
        return PolicyPrincipals.replace(policy, name -> arns.getOrDefault(name, name));
    }

    private Map<String, String> known(Set<String> names) {
        Set<String> ids = names.stream().filter(PolicyPrincipals::isId).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : store.arns(ids);
    }

    private @Nullable String id(String arn) {
        String[] parts = arn.split(":", NAME + 1);
        IdentityKind kind = parts[NAME].startsWith("user/") ? IdentityKind.USER : IdentityKind.ROLE;
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        return store.read(new AccountId(parts[ACCOUNT]), account -> {
            Identity identity = account.find(kind, name);
            return identity != null && identity.arn().equals(arn) ? identity.id() : null;
        });
    }
}
