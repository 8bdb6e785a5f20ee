package org.extenddb.core.queryprotocol;

/**
 * What STS says when it refuses.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html">STS API reference</a>
 */
public final class MessagesSts {
    public static final String ROOT_MAY_NOT = "Roles may not be assumed by root accounts.";
    public static final String BEYOND_MAXIMUM =
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";
    public static final String BEYOND_CHAINING =
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.";

    private MessagesSts() {}

    /** The same for a role that does not exist: who may not assume it does not learn that. */
    public static String mayNotAssume(String principalArn, String action, String roleArn) {
        return "User: " + principalArn + " is not authorized to perform: " + action + " on resource: " + roleArn;
    }

    public static String packedTooLarge(int percent) {
        return "Packed policy consumes " + percent + "% of allotted space, please use smaller policy.";
    }

    /** @param transitive a tag key that the session inherits and may not be given again */
    public static String inheritedTag(String transitive) {
        return "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from"
                + " the calling session: " + transitive;
    }
}
