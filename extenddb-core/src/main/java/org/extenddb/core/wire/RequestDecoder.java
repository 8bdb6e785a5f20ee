package org.extenddb.core.wire;

/**
 * Reads the members of one operation's request.
 *
 * @param <I> the request
 */
@FunctionalInterface
public interface RequestDecoder<I> {
    /**
     * Reads the request object.
     *
     * @throws org.extenddb.core.error.DynamoDbException SerializationException with DynamoDB's text when the JSON is malformed or
     *     a member has the wrong JSON type
     */
    I decode(JsonInput in);
}
