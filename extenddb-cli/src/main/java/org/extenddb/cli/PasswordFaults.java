package org.extenddb.cli;

import java.util.List;
import org.extenddb.auth.signin.PasswordRules;

/** Why a password will not do, before there is a server to say so. */
final class PasswordFaults {
    /** As servers have it where nobody has set another one. */
    private static final int MINIMUM_LENGTH = 12;

    private PasswordFaults() {}

    static List<String> of(String password, String name) {
        return PasswordRules.faults(password, name, MINIMUM_LENGTH);
    }
}
