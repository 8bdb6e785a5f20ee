package org.extenddb.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.extenddb.auth.Authenticated;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.model.Region;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.junit.jupiter.api.Test;

class ActionCallsTest {
    private static final Region REGION = new Region("us-east-1");
    private static final RequestContext REQUEST =
            new RequestContext("127.0.0.1", true, null, null, Instant.now(), REGION);
    private static final String READER = """
            {"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":"dynamodb:GetItem","Resource":"*"}]}""";

    private final IamServer server = IamServer.ofRoot();
    private final Authenticated root = new Authenticated(Caller.root(IamServer.ACCOUNT, "AKIAROOT"), REGION);

    private Map<String, Object> call(String action, ActionParameters parameters) {
        return TestActions.calls(server.registry(), (sender, context, requests) -> {})
                .call(root, REQUEST, action, parameters.values());
    }

    @Test
    void call_resultsAreValues() {
        Map<String, Object> created =
                call("CreateUser", ActionParameters.of("UserName", "nina").tags(Map.of("team", "blue")));
        assertThat(created)
                .extractingByKey("User", MAP)
                .containsEntry("UserName", "nina")
                .containsEntry("Tags", List.of(Map.of("Key", "team", "Value", "blue")))
                .hasEntrySatisfying("CreateDate", date -> assertThat(date).isInstanceOf(Instant.class));
        assertThat(call("ListUsers", new ActionParameters()))
                .containsEntry("IsTruncated", false)
                .extractingByKey("Users", LIST)
                .hasSize(1);
    }

    @Test
    void call_documentsAreAsSent() {
        call("CreateUser", ActionParameters.of("UserName", "nina"));
        ActionParameters policy = ActionParameters.of("UserName", "nina").with("PolicyName", "read");
        call("PutUserPolicy", policy.with("PolicyDocument", READER));
        assertThat(call("GetUserPolicy", policy)).containsEntry("PolicyDocument", READER);
    }

    @Test
    void call_simulation_tellsWhichStatementDecided() {
        Map<String, Object> result = call(
                "SimulateCustomPolicy",
                new ActionParameters()
                        .list("PolicyInputList", List.of(READER))
                        .list("ActionNames", List.of("dynamodb:GetItem", "dynamodb:PutItem")));
        assertThat(result)
                .extractingByKey("EvaluationResults", LIST)
                .satisfiesExactly(
                        allowed -> assertThat(allowed)
                                .asInstanceOf(MAP)
                                .containsEntry("EvalDecision", "allowed")
                                .extractingByKey("MatchedStatements", LIST)
                                .singleElement()
                                .asInstanceOf(MAP)
                                .containsEntry("Statement", "Read"),
                        denied -> assertThat(denied)
                                .asInstanceOf(MAP)
                                .containsEntry("EvalDecision", "implicitDeny")
                                .containsEntry("DecidedBy", "IDENTITY")
                                .extractingByKey("Trace", LIST)
                                .singleElement()
                                .asInstanceOf(MAP)
                                .containsEntry("Outcome", "OTHER_ACTION"));
    }

    @Test
    void call_whatIsRefused_isAnErrorOfIam() {
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> call("GetUser", ActionParameters.of("UserName", "nobody")))
                .satisfies(e -> assertThat(e.error()).isEqualTo(QueryError.NO_SUCH_ENTITY));
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> call("CreateUser", ActionParameters.of("UserName", "no/name")))
                .satisfies(e -> assertThat(e.error()).isEqualTo(QueryError.VALIDATION_ERROR));
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> call("NoAction", new ActionParameters()))
                .satisfies(e -> assertThat(e.error()).isEqualTo(QueryError.INVALID_ACTION));
    }

    @Test
    void call_callerMayNot_isRefused() {
        ActionCalls guarded = TestActions.calls(server.registry(), (sender, context, requests) -> {
            throw DynamoDbException.of(ErrorCode.ACCESS_DENIED, requests.get(0).action());
        });
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> guarded.call(root, REQUEST, "ListUsers", Map.of()))
                .withMessage("iam:ListUsers")
                .satisfies(e -> assertThat(e.error()).isEqualTo(QueryError.ACCESS_DENIED));
    }
}
