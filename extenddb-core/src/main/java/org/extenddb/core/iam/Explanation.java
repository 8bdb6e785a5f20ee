package org.extenddb.core.iam;

import java.util.List;

/**
 * A decision and how it came about.
 *
 * @param statements of all policies that were looked at, in the order of the policies
 * @param missing condition keys and policy variables of statements about the action and the principal that the request does not have:
 *     with them the decision might be another one
 */
public record Explanation(Decision decision, List<StatementTrace> statements, List<String> missing) {
    public Explanation {
        statements = List.copyOf(statements);
        missing = List.copyOf(missing);
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
