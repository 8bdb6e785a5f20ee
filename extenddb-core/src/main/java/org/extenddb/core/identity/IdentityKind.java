package org.extenddb.core.identity;

import java.util.Locale;

/**
 * What an identity is.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</a>
 */
public enum IdentityKind {
    USER("User", "AIDA"),
    GROUP("Group", "AGPA"),
    ROLE("Role", "AROA");

    private final String title;
    private final String idPrefix;

    IdentityKind(String title, String idPrefix) {
        this.title = title;
        this.idPrefix = idPrefix;
    }

    /** As it stands in names of actions and members: {@code User}. */
    public String title() {
        return title;
    }

    /** As it stands in ARNs and texts: {@code user}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first four letters of the ids of its kind. */
    public String idPrefix() {
        return idPrefix;
    }
}
