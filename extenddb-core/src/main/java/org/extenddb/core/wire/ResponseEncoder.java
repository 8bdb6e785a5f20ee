package org.extenddb.core.wire;

/**
 * Writes one operation's response.
 *
 * @param <O> the response
 */
@FunctionalInterface
public interface ResponseEncoder<O> {
    /** Writes the whole response object. */
    void encode(O response, JsonOutput out);
}
