package org.extenddb.core.iam;

import java.util.List;
import org.extenddb.core.iam.match.ContextKeys;

/** The statements that are about one action. */
record ActionStatements(List<Statement> denying, List<Statement> allowing) {
    ActionStatements {
        denying = List.copyOf(denying);
        allowing = List.copyOf(allowing);
    }

    boolean deny(Principal principal, String resource, ContextKeys keys) {
        for (Statement statement : denying) {
            if (statement.grantTo(principal) != Grant.NONE && statement.applies(resource, keys)) {
                return true;
            }
        }
        return false;
    }

    boolean allow(String resource, ContextKeys keys) {
        for (Statement statement : allowing) {
            if (statement.applies(resource, keys)) {
                return true;
            }
        }
        return false;
    }

    /** The most that the policy of a resource grants to a principal. */
    Grant grantTo(Principal principal, String resource, ContextKeys keys) {
        Grant most = Grant.NONE;
        for (Statement statement : allowing) {
            Grant grant = statement.grantTo(principal);
            if (grant.compareTo(most) > 0 && statement.applies(resource, keys)) {
                most = grant;
            }
        }
        return most;
    }
}
