package org.extenddb.core.iam;

/**
 * One thing a request wants to do, as IAM names it.
 *
 * @param action such as {@code dynamodb:PutItem}
 * @param resource an ARN, or {@code *} for actions without a resource
 * @param details what else policies can ask about it
 */
public record AccessRequest(String action, String resource, AccessDetails details) {
    /** Without a policy of the resource and without condition keys of its own. */
    public AccessRequest(String action, String resource) {
        this(action, resource, AccessDetails.NONE);
    }
}
