package org.extenddb.core.iam.match;

/** What characters of a pattern mean something. */
public enum PatternSyntax {
    LITERAL(false, false),
    WILDCARDS(true, false),
    VARIABLES(false, true),
    WILDCARDS_AND_VARIABLES(true, true);

    private final boolean wildcards;
    private final boolean variables;

    PatternSyntax(boolean wildcards, boolean variables) {
        this.wildcards = wildcards;
        this.variables = variables;
    }

    public static PatternSyntax of(boolean wildcards, boolean variables) {
        if (variables) {
            return wildcards ? WILDCARDS_AND_VARIABLES : VARIABLES;
        }
        return wildcards ? WILDCARDS : LITERAL;
    }

    boolean hasWildcards() {
        return wildcards;
    }

    boolean hasVariables() {
        return variables;
    }
}
