package org.extenddb.auth.signin;

import java.util.ArrayList;
import java.util.List;

/**
 * What passwords of users have to be: IAM's default password policy.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html">Password policy</a>
 */
public final class UserPasswordRules {
    private static final int MINIMUM_LENGTH = 8;
    private static final int KINDS = 3;

    private UserPasswordRules() {}

    /** Why it will not do; empty when it will. */
    public static List<String> faults(String password) {
        List<String> faults = new ArrayList<>();
        if (password.length() < MINIMUM_LENGTH) {
            faults.add("Password should have a minimum length of " + MINIMUM_LENGTH);
        }
        if (password.length() > PasswordHasher.MAX_LENGTH) {
            faults.add("Password should have a maximum length of " + PasswordHasher.MAX_LENGTH);
        }
        int kinds =
                has(password, "[A-Z]") + has(password, "[a-z]") + has(password, "[0-9]") + has(password, "[^\\w]|_");
        if (kinds < KINDS) {
            faults.add("Password should have a minimum of three of the following mix of character types:"
                    + " uppercase, lowercase, numbers, and symbols");
        }
        return faults;
    }

    private static int has(String password, String kind) {
        return password.replaceAll(kind, "").length() < password.length() ? 1 : 0;
    }
}
