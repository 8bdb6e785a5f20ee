package org.extenddb.auth.signin;

import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.identity.PasswordPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What passwords of users have to be: as the account's password policy says, or IAM's default one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html">Password policy</a>
 */
public final class UserPasswordRules {
    private static final int MINIMUM_LENGTH = 8;
    private static final int KINDS = 3;
    private static final String UPPER = "[A-Z]";
    private static final String LOWER = "[a-z]";
    private static final String NUMBER = "[0-9]";
    private static final String SYMBOL = "[^\\w]|_";

    private UserPasswordRules() {}

    /**
     * Why it will not do; empty when it will.
     *
     * @param policy of the account; null where IAM's default one counts
     */
    public static List<String> faults(String password, @Nullable PasswordPolicy policy) {
        List<String> faults = new ArrayList<>();
        int minimum = policy == null ? MINIMUM_LENGTH : policy.minimumLength();
        if (password.length() < minimum) {
            faults.add("Password should have a minimum length of " + minimum);
        }
        if (password.length() > PasswordHasher.MAX_LENGTH) {
            faults.add("Password should have a maximum length of " + PasswordHasher.MAX_LENGTH);
        }
        if (policy == null) {
            addKinds(password, faults);
        } else {
            require(policy.uppercase(), password, UPPER, "uppercase letter", faults);
            require(policy.lowercase(), password, LOWER, "lowercase letter", faults);
            require(policy.numbers(), password, NUMBER, "number", faults);
            require(policy.symbols(), password, SYMBOL, "symbol", faults);
        }
        return faults;
    }

    private static void addKinds(String password, List<String> faults) {
        int kinds = has(password, UPPER) + has(password, LOWER) + has(password, NUMBER) + has(password, SYMBOL);
        if (kinds < KINDS) {
            faults.add("Password should have a minimum of three of the following mix of character types:"
                    + " uppercase, lowercase, numbers, and symbols");
        }
    }

    private static void require(boolean required, String password, String kind, String name, List<String> faults) {
        if (required && has(password, kind) == 0) {
            faults.add("Password should have at least one " + name);
        }
    }

    private static int has(String password, String kind) {
        return password.replaceAll(kind, "").length() < password.length() ? 1 : 0;
    }
}
