package org.extenddb.core.error;

/**
 * What IAM says when it denies.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied error messages</a>
 */
public final class MessagesAccess {
    private MessagesAccess() {}

    /** Another account's resource, which has no policy that lets this caller in. */
    public static String noResourcePolicy(String principalArn, String action, String resourceArn) {
        return "User: " + principalArn + " is not authorized to perform: " + action + " on resource: " + resourceArn
                + " because no resource-based policy allows the " + action + " action";
    }
}
