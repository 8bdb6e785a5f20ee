package org.extenddb.auth;

import java.util.List;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.RequestContext;

/** Decides whether a caller may do what a request asks for. */
public interface Authorizer {
    /**
     * Returns when every one of {@code requests} is allowed.
     *
     * @param context what policies can ask about the request
     * @throws org.extenddb.core.error.DynamoDbException AccessDeniedException naming the first that is not
     */
    void authorize(Authenticated authenticated, RequestContext context, List<AccessRequest> requests);
}
