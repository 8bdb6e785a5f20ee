package org.extenddb.auth.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What passwords of administrators have to be. Length is what counts; nothing has to be mixed, and nothing runs out. */
public final class PasswordRules {
    private static final int DIFFERENT_CHARACTERS = 5;

    private PasswordRules() {}

    /** Why it will not do, in sentences for people; empty when it will. */
    public static List<String> faults(String password, String name, int minimumLength) {
        List<String> faults = new ArrayList<>();
        if (password.length() < minimumLength) {
            faults.add("The password must have at least " + minimumLength + " characters.");
        }
        if (password.length() > PasswordHasher.MAX_LENGTH) {
            faults.add("The password must have no more than " + PasswordHasher.MAX_LENGTH + " characters.");
        }
        if (password.codePoints().distinct().count() < DIFFERENT_CHARACTERS) {
            faults.add("The password must have at least " + DIFFERENT_CHARACTERS + " different characters.");
        }
        if (password.codePoints().anyMatch(Character::isISOControl)) {
            faults.add("The password must not have control characters.");
        }
        if (password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
            faults.add("The password must not contain the name.");
        }
        return faults;
    }
}
