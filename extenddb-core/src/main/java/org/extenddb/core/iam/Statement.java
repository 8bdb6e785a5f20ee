package org.extenddb.core.iam;

import java.util.List;
import org.extenddb.core.iam.condition.Condition;
import org.extenddb.core.iam.match.ContextKeys;
import org.jspecify.annotations.Nullable;

/**
 * One statement, compiled.
 *
 * @param number within its document, from 1
 * @param principals null in policies of identities
 * @param resources null in trust policies, which concern their role alone
 */
record Statement(
        int number,
        @Nullable String sid,
        boolean allow,
        @Nullable PrincipalElement principals,
        ActionElement actions,
        @Nullable ResourceElement resources,
        List<Condition> conditions) {
    Statement {
        conditions = List.copyOf(conditions);
    }

    /** Whether it is about a resource under the conditions of a request; its action and principal have been looked at. */
    boolean applies(String resource, ContextKeys keys) {
        return isAbout(resource, keys) && failing(keys) == null;
    }

    boolean isAbout(String resource, ContextKeys keys) {
        return resources == null || resources.matches(resource, keys, allow);
    }

    /** The first condition that does not hold; null when all do. */
    @Nullable
    Condition failing(ContextKeys keys) {
        for (Condition condition : conditions) {
            if (!condition.holds(keys, allow)) {
                return condition;
            }
        }
        return null;
    }

    /** How it means a principal; of a policy of an identity, directly whoever has it. */
    Grant grantTo(Principal principal) {
        return principals == null ? Grant.DIRECT : principals.grantTo(principal);
    }

    /** What explanations call it. */
    String name() {
        return sid == null || sid.isEmpty() ? "Statement " + number : sid;
    }
}
