package org.extenddb.iam.action;

import org.extenddb.auth.signin.PasswordHasher;
import org.extenddb.auth.signin.TooManySignInsException;
import org.extenddb.auth.signin.UserPasswordRules;
import org.extenddb.core.identity.Account;
import org.extenddb.core.identity.Password;
import org.extenddb.core.identity.PasswordPolicy;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.validation.Violations;
import org.jspecify.annotations.Nullable;

/** Passwords that somebody gives a user. */
final class NewPassword {
    private NewPassword() {}

    /** The account's; null where IAM's default one counts. */
    static @Nullable PasswordPolicy policy(AccountIdentities account) {
        Account details = account.details();
        return details == null ? null : details.passwordPolicy();
    }

    /** One that is within IAM's bounds. */
    static String read(FormParameters in, String parameter) {
        String password = in.required(parameter);
        new Violations()
                .length(FormParameters.memberName(parameter), password, 1, PasswordHasher.MAX_LENGTH)
                .check();
        return password;
    }

    /** Hashed, if the password policy lets it. Takes a while: not to be called in a transaction, or before the call is authorized. */
    static Password of(String password, boolean mustChange, @Nullable PasswordPolicy policy, PasswordHasher hasher) {
        if (!UserPasswordRules.faults(password, policy).isEmpty()) {
            throw QueryException.of(QueryError.PASSWORD_POLICY_VIOLATION, MessagesIam.PASSWORD_POLICY);
        }
        try {
            return Password.of(hasher.hash(password), mustChange);
        } catch (TooManySignInsException e) {
            throw QueryException.of(QueryError.SERVICE_UNAVAILABLE, MessagesIam.TOO_MANY_PASSWORDS);
        }
    }
}
