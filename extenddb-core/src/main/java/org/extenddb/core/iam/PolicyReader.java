package org.extenddb.core.iam;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.error.MessagesPolicy;
import org.jspecify.annotations.Nullable;

/** Reads the statements of a document. */
final class PolicyReader {
    private static final String V2012 = "2012-10-17";
    private static final Set<String> VERSIONS = Set.of(V2012, "2008-10-17");
    private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");

    private PolicyReader() {}

    static List<Statement> read(String json, PolicyUse use) {
        if (json.isBlank() || json.length() > use.maxLength()) {
            throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
        }
        Map<String, Object> document = PolicyJson.read(json);
        if (!ELEMENTS.containsAll(document.keySet()) || !(document.getOrDefault("Id", "") instanceof String)) {
            throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
        }
        Object version = document.getOrDefault("Version", "2008-10-17");
        if (!VERSIONS.contains(version)) {
            throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
        }
        List<Statement> statements = new ArrayList<>();
        for (Object element : statements(document.get("Statement"))) {
            statements.add(
                    new StatementReader(members(element), use, version.equals(V2012)).read(statements.size() + 1));
        }
        requireDistinctSids(statements);
        return statements;
    }

    /** One statement may stand without a list around it. */
    private static List<?> statements(@Nullable Object element) {
        if (element == null) {
            throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
        }
        List<?> statements = element instanceof List<?> list ? list : List.of(element);
        if (statements.isEmpty()) {
            throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
        }
        return statements;
    }

    private static Map<?, ?> members(Object statement) {
        if (statement instanceof Map<?, ?> members) {
            return members;
        }
        throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
    }

    private static void requireDistinctSids(List<Statement> statements) {
        Set<String> seen = new HashSet<>();
        for (Statement statement : statements) {
            if (statement.sid() != null && !statement.sid().isEmpty() && !seen.add(statement.sid())) {
                throw new MalformedPolicyException(MessagesPolicy.SIDS_NOT_UNIQUE);
            }
        }
    }
}
