package org.extenddb.iam.action;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.auth.IdentityRightsReader;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionFamily;
import org.extenddb.iam.QueryAction;
import org.extenddb.iam.QueryService;

/** Policies: managed, inline, attached, and as boundaries. */
@SingleInstance
public final class PolicyActions implements ActionFamily {
    private final IdentityStore store;
    private final AwsManagedPolicies awsPolicies;
    private final IdentityRightsReader reader;

    @Inject
    public PolicyActions(IdentityStore store, AwsManagedPolicies awsPolicies, IdentityRightsReader reader) {
        this.store = store;
        this.awsPolicies = awsPolicies;
        this.reader = reader;
    }

    @Override
    public QueryService service() {
        return QueryService.IAM;
    }

    @Override
    public List<QueryAction> actions() {
        List<QueryAction> actions = new ArrayList<>(List.of(
                new CreatePolicy(store),
                new GetPolicy(store, awsPolicies),
                new ListPolicies(store, awsPolicies),
                new DeletePolicy(store, awsPolicies),
                new CreatePolicyVersion(store, awsPolicies),
                new GetPolicyVersion(store, awsPolicies),
                new ListPolicyVersions(store, awsPolicies),
                new DeletePolicyVersion(store, awsPolicies),
                new SetDefaultPolicyVersion(store, awsPolicies),
                new ListEntitiesForPolicy(store, awsPolicies),
                new TagPolicy(store, awsPolicies),
                new UntagPolicy(store, awsPolicies),
                new SimulateCustomPolicy(),
                new SimulatePrincipalPolicy(store, reader),
                new ListPolicyTags(store, awsPolicies)));
        for (IdentityKind kind : IdentityKind.values()) {
            actions.add(new PutInlinePolicy(store, kind));
            actions.add(new GetInlinePolicy(store, kind));
            actions.add(new DeleteInlinePolicy(store, kind));
            actions.add(new ListInlinePolicies(store, kind));
            actions.add(new AttachPolicy(store, awsPolicies, kind));
            actions.add(new DetachPolicy(store, kind));
            actions.add(new ListAttachedPolicies(store, kind));
        }
        for (IdentityKind kind : List.of(IdentityKind.USER, IdentityKind.ROLE)) {
            actions.add(new PutPermissionsBoundary(store, awsPolicies, kind));
            actions.add(new DeletePermissionsBoundary(store, kind));
        }
        return actions;
    }
}
