package org.extenddb.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.extenddb.auth.Authenticator;
import org.extenddb.auth.Authorizer;
import org.extenddb.config.RequestConfig;

/** Pipelines without a server around them. */
public final class Pipelines {
    private Pipelines() {}

    /** A pipeline with these operations and no others, which nobody observes. */
    public static RequestPipeline of(
            List<? extends Operation<?, ?, ?>> operations, Authenticator authenticator, Authorizer authorizer) {
        Set<String> targets =
                operations.stream().map(operation -> operation.spec().target()).collect(Collectors.toSet());
        return new RequestPipeline(
                new OperationRegistry(operations, new PublicApi(targets, Set.of())),
                authenticator,
                authorizer,
                new ErrorMapper(new RequestConfig(false)),
                List.of());
    }
}
