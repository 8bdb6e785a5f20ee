package org.extenddb.core.iam.condition;

import java.util.List;
import org.extenddb.core.iam.match.ContextKeys;
import org.extenddb.core.iam.match.TextPattern.Match;

/**
 * An operator on the values of a key.
 *
 * @param name the operator as the policy has it, with what stands before and behind it
 * @param tests of which one has to match, or none when {@code negated}
 */
record KeyCondition(
        String name,
        String key,
        String writtenKey,
        SetOperator set,
        boolean ifExists,
        boolean negated,
        List<ValueTest> tests)
        implements Condition {
    KeyCondition {
        tests = List.copyOf(tests);
    }

    @Override
    public boolean holds(ContextKeys keys, boolean allow) {
        List<String> values = keys.values(key);
        if (values == null || values.isEmpty()) {
            return holdsWhenAbsent(allow && keys.isUnbounded(key));
        }
        if (values.size() == 1) {
            return accepts(values.get(0), keys, allow);
        }
        // An operator that is not made for several values: every one must be allowed, and any may be denied.
        boolean all = set == SetOperator.FOR_ALL_VALUES || set == SetOperator.NONE && allow;
        for (String value : values) {
            if (accepts(value, keys, allow) != all) {
                return !all;
            }
        }
        return all;
    }

    private boolean holdsWhenAbsent(boolean unbounded) {
        return switch (set) {
            case FOR_ALL_VALUES -> !unbounded;
            case FOR_ANY_VALUE -> ifExists;
            case NONE -> ifExists || negated;
        };
    }

    private boolean accepts(String value, ContextKeys keys, boolean allow) {
        boolean unknown = false;
        for (ValueTest test : tests) {
            Match match = test.test(value, keys);
            if (match == Match.YES) {
                return !negated;
            }
            unknown |= match == Match.UNKNOWN;
        }
        return negated && !(unknown && allow);
    }

    @Override
    public String toString() {
        return name + " " + key;
    }
}
