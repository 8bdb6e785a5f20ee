package org.extenddb.core.iam;

import org.extenddb.core.error.MessagesAccess;

/** Whether a caller may do what it asks for. */
public sealed interface Decision {
    default boolean isAllowed() {
        return this instanceof Allowed;
    }

    /** It may. */
    record Allowed() implements Decision {
        static final Allowed DECISION = new Allowed();
    }

    /**
     * It may not.
     *
     * @param explicit whether a statement says so; otherwise none says that it may
     * @param by the kind of policy that decided
     */
    record Denied(String principalArn, String action, String resource, boolean explicit, PolicyType by)
            implements Decision {
        /** The text of AccessDeniedException. */
        public String message() {
            return explicit
                    ? MessagesAccess.explicitlyDenied(principalArn, action, resource, by.withArticle())
                    : MessagesAccess.notAllowed(principalArn, action, resource, by.phrase());
        }
    }
}
