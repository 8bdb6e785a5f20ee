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
        return new RequestPipeline(
                registry(operations), authenticator, authorizer, new ErrorMapper(new RequestConfig(false)), List.of());
    }

    /** These operations for what runs in the same server; everybody may do everything. */
    public static LocalOperations local(List<? extends Operation<?, ?, ?>> operations) {
        RequestPipeline pipeline = of(
                operations,
                request -> {
                    throw new AssertionError("nobody signs here");
                },
                (sender, context, requests) -> {});
        return new LocalOperations(pipeline, registry(operations));
    }

    private static OperationRegistry registry(List<? extends Operation<?, ?, ?>> operations) {
        Set<String> targets =
                operations.stream().map(operation -> operation.spec().target()).collect(Collectors.toSet());
        return new OperationRegistry(operations, new PublicApi(targets, Set.of()));
    }
}
