package org.extenddb.core.iam;

/**
 * One thing a request wants to do, as IAM names it.
 *
 * @param action such as {@code dynamodb:PutItem}
 * @param resource an ARN, or {@code *} for actions without a resource
 */
public record AccessRequest(String action, String resource) {}
