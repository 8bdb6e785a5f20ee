package org.extenddb.auth;

import org.extenddb.core.wire.WireRequest;

/** Finds out who sent a request to one of several services. */
public interface ServiceAuthenticator {
    /**
     * Verifies as {@link Authenticator} does.
     *
     * @param service as it has to stand in the signature's scope, such as {@code iam}
     */
    Authenticated authenticate(WireRequest request, String service);
}
