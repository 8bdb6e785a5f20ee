package org.extenddb.console.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.extenddb.core.identity.IdentityKind;

/** Kinds of identities in addresses and in the names of IAM's actions. */
final class IdentityKinds {
    private IdentityKinds() {}

    /** The kind that a page is about: {@code /users.xhtml} and {@code /user.xhtml} are about users. */
    static IdentityKind ofPage(HttpServletRequest request) {
        String path = request.getServletPath();
        for (IdentityKind kind : IdentityKind.values()) {
            if (path.startsWith("/" + kind.title().toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        return IdentityKind.USER;
    }

    /** The parameter that names one. */
    static String nameParameter(IdentityKind kind) {
        return kind.title() + "Name";
    }
}
