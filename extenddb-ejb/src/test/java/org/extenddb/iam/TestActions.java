package org.extenddb.iam;

import java.util.List;
import org.extenddb.auth.Authorizer;
import org.extenddb.auth.PrincipalIds;
import org.extenddb.auth.TestIdentities;
import org.extenddb.auth.signin.TestSignIn;
import org.extenddb.core.storage.memory.MemoryUnitOfWork;
import org.extenddb.iam.action.CredentialActions;
import org.extenddb.iam.action.IdentityActions;
import org.extenddb.iam.action.PasswordActions;
import org.extenddb.iam.action.PolicyActions;

/** The actions of IAM for tests elsewhere. */
public final class TestActions {
    private TestActions() {}

    /** Calls that nobody observes. */
    public static ActionCalls calls(ActionRegistry registry, Authorizer authorizer) {
        return new ActionCalls(registry, authorizer, new MemoryUnitOfWork(), List.of());
    }

    public static ActionRegistry registry(TestIdentities identities) {
        TestSignIn signIn = new TestSignIn(identities);
        return new ActionRegistry(List.of(
                new IdentityActions(identities.store(), identities.awsPolicies(), new PrincipalIds(identities.store())),
                new PolicyActions(identities.store(), identities.awsPolicies(), identities.reader()),
                new CredentialActions(
                        identities.store(),
                        identities.secrets(),
                        TestIdentities.bootstrap(identities, "AKIABOOTSTRAPEXAMPLE")),
                new PasswordActions(identities.store(), signIn.hasher(), signIn.signIn())));
    }
}
