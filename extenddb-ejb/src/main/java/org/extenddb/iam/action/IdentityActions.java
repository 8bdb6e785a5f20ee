package org.extenddb.iam.action;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.auth.PrincipalIds;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionFamily;
import org.extenddb.iam.QueryAction;
import org.extenddb.iam.QueryService;

/** Users, groups and roles: what they are. */
@SingleInstance
public final class IdentityActions implements ActionFamily {
    private final IdentityStore store;
    private final AwsManagedPolicies awsPolicies;
    private final PrincipalIds principals;

    @Inject
    public IdentityActions(IdentityStore store, AwsManagedPolicies awsPolicies, PrincipalIds principals) {
        this.store = store;
        this.awsPolicies = awsPolicies;
        this.principals = principals;
    }

    @Override
    public QueryService service() {
        return QueryService.IAM;
    }

    @Override
    public List<QueryAction> actions() {
        List<QueryAction> actions = new ArrayList<>(List.of(
                new CreateUser(store, awsPolicies),
                new CreateGroup(store, awsPolicies),
                new CreateRole(store, awsPolicies, principals),
                new GetUser(store),
                new GetGroup(store),
                new GetRole(store, principals),
                new RenameIdentity(store, IdentityKind.USER),
                new RenameIdentity(store, IdentityKind.GROUP),
                new UpdateRole(store),
                new UpdateRoleDescription(store, principals),
                new UpdateAssumeRolePolicy(store, principals),
                new AddUserToGroup(store),
                new RemoveUserFromGroup(store),
                new ListGroupsForUser(store),
                new GetAccountSummary(store)));
        for (IdentityKind kind : IdentityKind.values()) {
            actions.add(new ListIdentities(store, principals, kind));
            actions.add(new DeleteIdentity(store, kind));
        }
        for (IdentityKind kind : List.of(IdentityKind.USER, IdentityKind.ROLE)) {
            actions.add(new TagIdentity(store, kind));
            actions.add(new UntagIdentity(store, kind));
            actions.add(new ListIdentityTags(store, kind));
        }
        return actions;
    }
}
