package org.extenddb.iam.action;

import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.auth.signin.PasswordHasher;
import org.extenddb.auth.signin.SignIn;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionFamily;
import org.extenddb.iam.QueryAction;
import org.extenddb.iam.QueryService;

/** Passwords of users, and what they have to be. */
@SingleInstance
public final class PasswordActions implements ActionFamily {
    private final IdentityStore store;
    private final PasswordHasher hasher;
    private final SignIn signIn;

    @Inject
    public PasswordActions(IdentityStore store, PasswordHasher hasher, SignIn signIn) {
        this.store = store;
        this.hasher = hasher;
        this.signIn = signIn;
    }

    @Override
    public QueryService service() {
        return QueryService.IAM;
    }

    @Override
    public List<QueryAction> actions() {
        return List.of(
                new CreateLoginProfile(store, hasher),
                new UpdateLoginProfile(store, hasher),
                new GetLoginProfile(store),
                new DeleteLoginProfile(store),
                new ChangePassword(store, signIn),
                new GetAccountPasswordPolicy(store),
                new UpdateAccountPasswordPolicy(store),
                new DeleteAccountPasswordPolicy(store));
    }
}
