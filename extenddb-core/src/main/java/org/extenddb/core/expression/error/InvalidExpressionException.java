package org.extenddb.core.expression.error;

import org.jspecify.annotations.Nullable;

/**
 * An expression, or the names and values beside it, that DynamoDB refuses. The message is DynamoDB's, from "Invalid
 * ConditionExpression: " on where it begins so; the caller adds the envelope of its operation. Carries no stack trace.
 */
public final class InvalidExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable ExpressionKind kind;

    public InvalidExpressionException(String message, @Nullable ExpressionKind kind) {
        super(message, null, false, false);
        this.kind = kind;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** Null when the problem is in ExpressionAttributeNames or ExpressionAttributeValues. */
    public @Nullable ExpressionKind kind() {
        return kind;
    }
}
