package org.extenddb.core.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Statements of policies that count as one, by the action they are about. An action's statements are looked for when it is first asked
 * for: a principal with a hundred policies then pays for the few that concern a request.
 */
final class StatementIndex {
    /** Servers ask for the actions they know. Whoever simulates may ask for others, which are not worth remembering then. */
    private static final int MAX_ACTIONS = 256;

    private static final int MAX_REMEMBERED_LENGTH = 128;

    private final List<Statement> statements;
    private final Map<String, ActionStatements> byAction = new ConcurrentHashMap<>();

    StatementIndex(List<Statement> statements) {
        this.statements = List.copyOf(statements);
    }

    static StatementIndex of(List<NamedPolicy> policies) {
        return new StatementIndex(policies.stream()
                .flatMap(policy -> policy.document().statements().stream())
                .toList());
    }

    boolean isEmpty() {
        return statements.isEmpty();
    }

    ActionStatements about(String action) {
        ActionStatements known = byAction.get(action);
        if (known != null) {
            return known;
        }
        ActionStatements found = find(action.toLowerCase(Locale.ROOT));
        if (action.length() <= MAX_REMEMBERED_LENGTH && byAction.size() < MAX_ACTIONS) {
            byAction.put(action, found);
        }
        return found;
    }

    private ActionStatements find(String lowerAction) {
        List<Statement> denying = new ArrayList<>();
        List<Statement> allowing = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement.actions().matches(lowerAction)) {
                (statement.allow() ? allowing : denying).add(statement);
            }
        }
        return new ActionStatements(denying, allowing);
    }
}
