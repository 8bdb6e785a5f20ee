package org.extenddb.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.extenddb.auth.Authenticated;
import org.extenddb.config.RequestConfig;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.telemetry.AnsweredRequest;
import org.junit.jupiter.api.Test;

class LocalOperationsTest {
    private static final Authenticated SENDER =
            new Authenticated(Caller.root(new AccountId("000000000000"), "console"), new Region("us-east-1"));
    private static final ClientOrigin ORIGIN = new ClientOrigin("192.0.2.7", true, "browser", "localhost:9443");

    private final StepOperation operation = new StepOperation("Step", "dynamodb:Step");
    private final List<AnsweredRequest> answered = new ArrayList<>();
    private final List<RequestContext> asked = new ArrayList<>();
    private final LocalOperations local = local();

    @Test
    void call_everyStepPasses_runsAllButTheSignature() {
        assertThat(call("Step", "{}")).isEqualTo("{\"Result\":\"decoded validated executed for console\"}");
        assertThat(operation.steps)
                .containsExactly("decode", "validate", "resources", "authorize", "execute", "encode");
    }

    @Test
    void call_authorization_seesWhereTheRequestWasCaused() {
        call("Step", "{}");

        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).sourceIp()).isEqualTo("192.0.2.7");
        assertThat(asked.get(0).secureTransport()).isTrue();
        assertThat(asked.get(0).userAgent()).isEqualTo("browser");
    }

    @Test
    void call_stepRefuses_throwsItsErrorAndIsObserved() {
        operation.failAt("authorize", DynamoDbException.of(ErrorCode.ACCESS_DENIED, "no"));

        assertThatThrownBy(() -> call("Step", "{}"))
                .isInstanceOf(DynamoDbException.class)
                .hasMessage("no");
        assertThat(answered).hasSize(1);
        assertThat(answered.get(0).error()).isEqualTo("AccessDeniedException");
        assertThat(answered.get(0).caller()).isEqualTo(SENDER.caller());
    }

    @Test
    void call_unexpectedFailure_tellsNothingOfItsCause() {
        operation.failAt("execute", new IllegalStateException("secret inside"));

        assertThatThrownBy(() -> call("Step", "{}"))
                .isInstanceOf(DynamoDbException.class)
                .hasMessage("Internal server error");
    }

    @Test
    void call_nameOfNoOperation_isUnknownOperation() {
        assertThatThrownBy(() -> call("Steppe", "{}"))
                .isInstanceOfSatisfying(
                        DynamoDbException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_OPERATION));
    }

    private String call(String name, String json) {
        return new String(
                local.call(SENDER, ORIGIN, name, json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private LocalOperations local() {
        OperationRegistry registry =
                new OperationRegistry(List.of(operation), new PublicApi(Set.of("DynamoDB_20120810.Step"), Set.of()));
        RequestPipeline pipeline = new RequestPipeline(
                registry,
                request -> {
                    throw new AssertionError("nobody signs in here");
                },
                (sender, context, requests) -> {
                    asked.add(context);
                    operation.step("authorize");
                },
                new ErrorMapper(new RequestConfig(false)),
                List.of(answered::add));
        return new LocalOperations(pipeline, registry);
    }
}
