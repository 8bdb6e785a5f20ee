package org.extenddb.auth;

import org.extenddb.core.wire.WireRequest;

/** Finds out who sent a request. */
public interface Authenticator {
    /**
     * Verifies the request's AWS Signature Version 4, in a header or in the query.
     *
     * @throws org.extenddb.core.error.DynamoDbException with AWS's own error and text when the request is unsigned, wrongly
     *     signed, signed by a key nobody has, or signed at another time
     * @throws org.extenddb.core.storage.StorageUnavailableException when the key had to be looked up and could not be
     */
    Authenticated authenticate(WireRequest request);
}
