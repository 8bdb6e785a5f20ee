package org.extenddb.iam.action;

import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.auth.AccessKeySecrets;
import org.extenddb.auth.BootstrapKey;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionFamily;
import org.extenddb.iam.QueryAction;
import org.extenddb.iam.QueryService;

/** Access keys, and what users have elsewhere to prove who they are. */
@SingleInstance
public final class CredentialActions implements ActionFamily {
    private final IdentityStore store;
    private final AccessKeySecrets secrets;
    private final BootstrapKey bootstrap;

    @Inject
    public CredentialActions(IdentityStore store, AccessKeySecrets secrets, BootstrapKey bootstrap) {
        this.store = store;
        this.secrets = secrets;
        this.bootstrap = bootstrap;
    }

    @Override
    public QueryService service() {
        return QueryService.IAM;
    }

    @Override
    public List<QueryAction> actions() {
        return List.of(
                new CreateAccessKey(store, secrets),
                new UpdateAccessKey(store),
                new DeleteAccessKey(store, bootstrap),
                new ListAccessKeys(store),
                new GetAccessKeyLastUsed(store),
                new ListNothing(store, "ListInstanceProfilesForRole", IdentityKind.ROLE, "InstanceProfiles"),
                new ListNothing(store, "ListMFADevices", IdentityKind.USER, "MFADevices"),
                new ListNothing(store, "ListVirtualMFADevices", null, "VirtualMFADevices"),
                new ListNothing(store, "ListSigningCertificates", IdentityKind.USER, "Certificates"),
                new ListNothing(store, "ListSSHPublicKeys", IdentityKind.USER, "SSHPublicKeys"),
                new ListNothing(
                        store, "ListServiceSpecificCredentials", IdentityKind.USER, "ServiceSpecificCredentials"),
                new ListNothing(store, "ListAccountAliases", null, "AccountAliases"));
    }
}
