package org.extenddb.core.expression.parse;

import org.extenddb.core.expression.error.ExpressionKind;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an expression whose syntax is right. DynamoDB reports one problem only: the first of the most important
 * sort, so parsing goes on to the end before it is known which.
 */
final class ParseProblems {
    /** Sorts of problems, most important first. */
    enum Sort {
        REDUNDANT_PARENTHESES,
        UNKNOWN_FUNCTION,
        MISPLACED_FUNCTION,
        MISUSED_FUNCTION,
        RESERVED_WORD,
        REPEATED_SECTION,
        LIMIT
    }

    private final @Nullable String[] first = new @Nullable String[Sort.values().length];

    void add(Sort sort, String problem) {
        if (first[sort.ordinal()] == null) {
            first[sort.ordinal()] = problem;
        }
    }

    /** Throws the problem to report, if there is any. */
    void raise(ExpressionKind kind) {
        String reserved = first[Sort.RESERVED_WORD.ordinal()];
        if (kind == ExpressionKind.UPDATE && reserved != null) {
            // Update expressions look at names before anything else.
            throw kind.invalid(reserved);
        }
        for (String problem : first) {
            if (problem != null) {
                throw kind.invalid(problem);
            }
        }
    }
}
