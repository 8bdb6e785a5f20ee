package org.extenddb.core.iam;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A policy, compiled. Immutable to its users; made once and shared by all requests.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">Policy elements</a>
 */
public final class PolicyDocument {
    /** What the API takes of a document; quotas of what it is attached to are lower, and count without white space. */
    public static final int MAX_LENGTH = 131_072;

    private final int size;
    private final List<Statement> statements;
    private final StatementIndex index;

    private PolicyDocument(int size, List<Statement> statements) {
        this.size = size;
        this.statements = List.copyOf(statements);
        this.index = new StatementIndex(statements);
    }

    /**
     * Parses and compiles the policy of a user, group, role or session, or a permissions boundary.
     *
     * @throws MalformedPolicyException in AWS's words
     */
    public static PolicyDocument parse(String json) {
        return parse(json, PolicyUse.IDENTITY);
    }

    /**
     * Parses and compiles.
     *
     * @throws MalformedPolicyException in AWS's words
     */
    public static PolicyDocument parse(String json, PolicyUse use) {
        List<Statement> statements = PolicyReader.read(json, use);
        return new PolicyDocument(
                (int) json.chars().filter(c -> !Character.isWhitespace(c)).count(), statements);
    }

    /** Characters without white space: what IAM's quotas count. */
    public int size() {
        return size;
    }

    /** The actions that are named without wildcards, in lower case, those of NotAction included. */
    public Set<String> actionNames() {
        return statements.stream()
                .flatMap(statement -> statement.actions().names().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a statement of a resource's policy lets everybody in, whatever the circumstances. */
    public boolean allowsEveryone() {
        return statements.stream()
                .anyMatch(statement -> statement.allow()
                        && statement.conditions().isEmpty()
                        && statement.principals() != null
                        && statement.principals().everyone()
                        && !statement.principals().negated());
    }

    List<Statement> statements() {
        return statements;
    }

    StatementIndex index() {
        return index;
    }
}
