package org.extenddb.core.iam;

import java.util.List;

/**
 * A decision and how it came about.
 *
 * @param statements of all policies that were looked at, in the order of the policies
 */
public record Explanation(Decision decision, List<StatementTrace> statements) {
    public Explanation {
        statements = List.copyOf(statements);
    }

    /** The statements that made the decision; none when nothing allows. */
    public List<StatementTrace> deciding() {
        if (decision instanceof Decision.Denied denied) {
            return statements.stream()
                    .filter(s -> denied.explicit() && s.matched() && !s.allow() && s.type() == denied.by())
                    .toList();
        }
        return statements.stream().filter(s -> s.matched() && s.allow()).toList();
    }
}
