package org.extenddb.admin;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;
import org.extenddb.auth.Authenticated;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.identity.Account;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.LoginProfile;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCalls;
import org.extenddb.iam.ActionParameters;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/**
 * Users, groups, roles, policies and keys of accounts, by the actions of IAM. Administrators act as the root user of any account,
 * users as themselves in theirs.
 */
@SingleInstance
public final class IdentityAdministration {
    private final IdentityStore store;
    private final ActionCalls actions;

    @Inject
    public IdentityAdministration(IdentityStore store, ActionCalls actions) {
        this.store = store;
        this.actions = actions;
    }

    /**
     * Calls an action.
     *
     * @return the members of its result
     * @throws AdminException NOT_FOUND, FORBIDDEN
     * @throws org.extenddb.core.queryprotocol.QueryException what IAM answers
     */
    public Map<String, Object> call(AdminCall call, AccountId account, String action, ActionParameters parameters) {
        return actions.call(sender(call, account), call.request(), action, parameters.values());
    }

    /** The same for what IAM has no name for. */
    public Map<String, Object> call(
            AdminCall call, AccountId account, QueryAction action, ActionParameters parameters) {
        return actions.call(sender(call, account), call.request(), action, parameters.values());
    }

    /**
     * Which password a user has: another text with each one, from which no password can be told.
     *
     * @throws org.extenddb.core.queryprotocol.QueryException what GetLoginProfile answers, which the caller has to be allowed
     */
    public String loginProfileState(AdminCall call, AccountId account, String user) {
        call(call, account, "GetLoginProfile", ActionParameters.of("UserName", user));
        return store.read(account, identities -> {
            Identity found = identities.find(IdentityKind.USER, user);
            LoginProfile profile = found == null ? null : identities.loginProfile(found.id());
            return profile == null
                    ? ""
                    : profile.password().stamp() + " " + profile.password().mustChange();
        });
    }

    /**
     * Does something in one transaction with a look at what is there: nobody changes the account's identities between.
     *
     * @param state reads what the precondition is about
     * @throws AdminException CONFLICT when the account is closed, CHANGED when the state is not the one that is meant
     */
    public <T extends @Nullable Object> T changing(
            AdminCall call, AccountId account, Precondition precondition, Supplier<Object> state, Supplier<T> change) {
        sender(call, account);
        return store.change(account, identities -> {
            Account details = identities.details();
            if (details != null && details.isClosed()) {
                throw AdminException.of(AdminError.CONFLICT, MessagesIam.accountClosed(account));
            }
            if (precondition.tag() != null) {
                precondition.check(state.get());
            }
            return change.get();
        });
    }

    private Authenticated sender(AdminCall call, AccountId account) {
        Authenticated sender = call.in(account);
        if (store.<@Nullable Account>read(account, AccountIdentities::details) == null) {
            throw AdminException.of(AdminError.NOT_FOUND, MessagesAdmin.noAccount(account));
        }
        return sender;
    }
}
