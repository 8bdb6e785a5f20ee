package org.extenddb.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.extenddb.auth.Authenticated;
import org.extenddb.config.RequestConfig;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.wire.WireRequest;
import org.extenddb.core.wire.WireResponse;
import org.extenddb.telemetry.AnsweredRequest;

/** A pipeline with one operation, whose steps are told as they run. */
final class StepPipeline {
    static final String TARGET = "DynamoDB_20120810.Step";
    static final Authenticated SENDER =
            new Authenticated(Caller.root(new AccountId("000000000000"), "AKIDTEST"), new Region("us-east-1"));
    static final WireRequest GOOD = WireRequests.post(TARGET, "{}");

    final StepOperation operation = new StepOperation("Step", "dynamodb:Step");
    final List<AnsweredRequest> answered = new ArrayList<>();

    WireResponse handle(WireRequest request) {
        return pipeline(false).handle(request);
    }

    RequestPipeline pipeline(boolean logClientErrors) {
        PublicApi api = new PublicApi(Set.of(TARGET), Set.of());
        return new RequestPipeline(
                new OperationRegistry(List.of(operation), api),
                request -> {
                    operation.step("authenticate");
                    return SENDER;
                },
                (sender, context, requests) -> operation.step("authorize"),
                new ErrorMapper(new RequestConfig(logClientErrors)),
                List.of(answered::add));
    }

    static void assertUnknownOperation(WireResponse response) {
        assertThat(response.status()).isEqualTo(400);
        assertThat(text(response)).isEqualTo("{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"}");
    }

    static String text(WireResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
