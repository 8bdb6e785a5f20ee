package org.extenddb.iam.action;

import org.extenddb.auth.signin.SignIn;
import org.extenddb.auth.signin.SignInRequest;
import org.extenddb.auth.signin.SignInResult;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.Decision;
import org.extenddb.core.iam.Evaluator;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.PasswordPolicy;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/**
 * A user changes the password that it knows. Wrong ones count as attempts to sign in.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ChangePassword.html">ChangePassword</a>
 */
record ChangePassword(IdentityStore store, SignIn signIn) implements QueryAction {
    @Override
    public String name() {
        return "ChangePassword";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    /** A wrong password counts as an attempt, which is why it fails. */
    @Override
    public boolean isAtomic() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String oldPassword = NewPassword.read(call.in(), "OldPassword");
        String newPassword = NewPassword.read(call.in(), "NewPassword");
        String userName = call.caller().principal().userName();
        if (userName == null) {
            throw QueryException.of(QueryError.INVALID_USER_TYPE, MessagesIam.ONLY_USERS_CHANGE_PASSWORDS);
        }
        store.read(call.account(), account -> LoginProfileXml.existing(account, authorized(call, account, userName)));
        SignInRequest request = new SignInRequest(
                call.account(), userName, oldPassword, call.request().sourceIp());
        SignInResult result = signIn.changePassword(request, newPassword);
        if (result instanceof SignInResult.Rejected) {
            throw QueryException.of(QueryError.PASSWORD_POLICY_VIOLATION, MessagesIam.PASSWORD_POLICY);
        }
        if (result instanceof SignInResult.Busy) {
            throw QueryException.of(QueryError.SERVICE_UNAVAILABLE, MessagesIam.TOO_MANY_PASSWORDS);
        }
        if (!(result instanceof SignInResult.Accepted)) {
            throw QueryException.of(QueryError.ACCESS_DENIED, MessagesIam.OLD_PASSWORD_WRONG);
        }
    }

    /** Where the password policy of the account lets users do it, no policy of theirs has to; one that denies it counts all the same. */
    private static Identity authorized(ActionCall call, AccountIdentities account, String userName) {
        PasswordPolicy policy = NewPassword.policy(account);
        Identity user = account.find(IdentityKind.USER, userName);
        if (user == null || policy == null || !policy.usersChange() || isDenied(call, user)) {
            return Targets.authorized(call, account, IdentityKind.USER, userName);
        }
        call.needsNoPermission();
        return user;
    }

    private static boolean isDenied(ActionCall call, Identity user) {
        AccessRequest access = new AccessRequest("iam:ChangePassword", user.arn(), Conditions.of(user));
        return Evaluator.decide(call.caller(), access, call.request()) instanceof Decision.Denied denied
                && denied.explicit();
    }
}
