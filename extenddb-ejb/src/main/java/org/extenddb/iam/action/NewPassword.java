package org.extenddb.iam.action;

import org.extenddb.auth.signin.PasswordHasher;
import org.extenddb.auth.signin.TooManySignInsException;
import org.extenddb.auth.signin.UserPasswordRules;
import org.extenddb.core.identity.Password;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.validation.Violations;

/** Passwords that somebody gives a user. */
final class NewPassword {
    private NewPassword() {}

    /** One that is within IAM's bounds. */
    static String read(FormParameters in, String parameter) {
        String password = in.required(parameter);
        new Violations()
                .length(FormParameters.memberName(parameter), password, 1, PasswordHasher.MAX_LENGTH)
                .check();
        return password;
    }

    /** Hashed, if the password policy lets it. Takes a while: not to be called in a transaction, or before the call is authorized. */
    static Password of(String password, boolean mustChange, PasswordHasher hasher) {
        if (!UserPasswordRules.faults(password).isEmpty()) {
            throw QueryException.of(QueryError.PASSWORD_POLICY_VIOLATION, MessagesIam.PASSWORD_POLICY);
        }
        try {
            return Password.of(hasher.hash(password), mustChange);
        } catch (TooManySignInsException e) {
            throw QueryException.of(QueryError.SERVICE_UNAVAILABLE, MessagesIam.TOO_MANY_PASSWORDS);
        }
    }
}
