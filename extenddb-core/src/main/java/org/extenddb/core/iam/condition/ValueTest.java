package org.extenddb.core.iam.condition;

import org.extenddb.core.iam.match.ContextKeys;
import org.extenddb.core.iam.match.TextPattern.Match;

/** One value of a policy, compiled for one operator. */
@FunctionalInterface
interface ValueTest {
    /** @return UNKNOWN when the request's value cannot be read as the operator's type, or a variable has no value */
    Match test(String requestValue, ContextKeys keys);
}
