package org.extenddb.engine;

import org.extenddb.core.wire.RequestDecoder;
import org.extenddb.core.wire.ResponseEncoder;

/**
 * What the pipeline knows of an operation before it runs.
 *
 * @param name the name in X-Amz-Target, such as {@code PutItem}
 * @param iamAction such as {@code dynamodb:PutItem}
 * @param <I> the request as decoded
 * @param <O> the response
 */
public record OperationSpec<I, O>(
        Service service, String name, String iamAction, RequestDecoder<I> decoder, ResponseEncoder<O> encoder) {
    /** The X-Amz-Target that asks for it. */
    public String target() {
        return service.targetPrefix() + '.' + name;
    }

    /** The API an operation belongs to; the part of X-Amz-Target before the dot. */
    public enum Service {
        DYNAMODB("DynamoDB_20120810"),
        DYNAMODB_STREAMS("DynamoDBStreams_20120810");

        private final String targetPrefix;

        Service(String targetPrefix) {
            this.targetPrefix = targetPrefix;
        }

        public String targetPrefix() {
            return targetPrefix;
        }
    }
}
