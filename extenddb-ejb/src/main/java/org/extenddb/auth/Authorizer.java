package org.extenddb.auth;

import java.util.List;
import org.extenddb.core.iam.AccessRequest;

/** Decides whether a caller may do what a request asks for. */
public interface Authorizer {
    /**
     * Returns when every one of {@code requests} is allowed.
     *
     * @throws org.extenddb.core.error.DynamoDbException AccessDeniedException naming the first that is not
     */
    void authorize(Authenticated authenticated, List<AccessRequest> requests);
}
