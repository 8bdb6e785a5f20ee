package org.extenddb.core.error;

/**
 * What IAM says when it denies.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied error messages</a>
 */
public final class MessagesAccess {
    private MessagesAccess() {}

    /** @param policy such as "an identity-based policy" */
    public static String explicitlyDenied(String principalArn, String action, String resource, String policy) {
        return unauthorized(principalArn, action, resource) + " with an explicit deny in " + policy;
    }

    /** @param policy such as "identity-based policy" */
    public static String notAllowed(String principalArn, String action, String resource, String policy) {
        return unauthorized(principalArn, action, resource) + " because no " + policy + " allows the " + action
                + " action";
    }

    private static String unauthorized(String principalArn, String action, String resource) {
        return "User: " + principalArn + " is not authorized to perform: " + action + " on resource: " + resource;
    }
}
