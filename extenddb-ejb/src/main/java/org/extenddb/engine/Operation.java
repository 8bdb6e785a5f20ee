package org.extenddb.engine;

import java.util.List;
import org.extenddb.core.iam.AccessRequest;

/**
 * One operation of the DynamoDB API. Implementations are stateless CDI beans; the registry finds them by themselves.
 *
 * @param <I> the request as decoded: the members as sent
 * @param <V> the request as validated: parsed expressions, checked values
 * @param <O> the response
 */
public interface Operation<I, V, O> {
    OperationSpec<I, O> spec();

    /**
     * Checks everything that needs no table and no I/O, in AWS's order, and parses expressions.
     *
     * @throws org.extenddb.core.error.DynamoDbException with DynamoDB's own error and text
     */
    V validate(I request);

    /** What IAM has to allow. No I/O beyond cached table definitions. */
    List<AccessRequest> resources(V request, RequestContext context);

    /**
     * Does it.
     *
     * @throws org.extenddb.core.error.DynamoDbException with DynamoDB's own error and text
     */
    O execute(V request, RequestContext context);
}
