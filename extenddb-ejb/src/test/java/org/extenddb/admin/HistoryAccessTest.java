package org.extenddb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.extenddb.audit.AuditLog;
import org.extenddb.audit.AuditObserver;
import org.extenddb.audit.ServerName;
import org.extenddb.auth.PolicyAuthorizer;
import org.extenddb.auth.ResourcePolicies;
import org.extenddb.auth.TestIdentities;
import org.extenddb.auth.signin.SignedIn;
import org.extenddb.config.AuditConfig;
import org.extenddb.config.TableConfig;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.PrincipalPolicies;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.memory.MemoryAuditStore;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.extenddb.engine.data.TableLifecycle;
import org.extenddb.engine.data.Tables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The past of an item is for those who may read the whole of it now. The table is in eu-west-1, the administration is asked as in
 * us-east-1; its past is not kept, so that whoever is let through meets a conflict.
 */
class HistoryAccessTest {
    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final TableAddress ADDRESS = new TableAddress(ACCOUNT, new Region("eu-west-1"), "Scores");
    private static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);
    private static final RequestContext CONTEXT =
            new RequestContext("127.0.0.1", true, null, null, Instant.EPOCH, new Region("us-east-1"));
    private static final String NOTHING_MORE = "";
    private static final Map<String, String> CONDITIONS = Map.of(
            "nothing",
            NOTHING_MORE,
            "own key",
            "\"ForAllValues:StringEquals\":{\"dynamodb:LeadingKeys\":\"bob\"}",
            "some attributes",
            "\"ForAllValues:StringEquals\":{\"dynamodb:Attributes\":[\"pk\",\"a\"]},"
                    + "\"StringEqualsIfExists\":{\"dynamodb:Select\":\"SPECIFIC_ATTRIBUTES\"}",
            "key payroll",
            "\"ForAnyValue:StringEquals\":{\"dynamodb:LeadingKeys\":\"payroll\"}",
            "here",
            "\"StringEquals\":{\"aws:RequestedRegion\":\"eu-west-1\"}",
            "elsewhere",
            "\"StringEquals\":{\"aws:RequestedRegion\":\"us-east-1\"}");

    private final Backend backend = MemoryBackend.create();
    private final HistoryService service = new HistoryService(
            backend.tables(),
            new Tables(backend.tables(), new TableLifecycle(new TableConfig(0))),
            backend.history(),
            new PolicyAuthorizer(backend.tables(), new ResourcePolicies()),
            new AuditObserver(
                    new AuditLog(new MemoryAuditStore(), new TestIdentities().keyring(), new ServerName()),
                    new ServerName(),
                    new AuditConfig(false, 10)));

    HistoryAccessTest() {
        backend.tables()
                .create(new NewTable(
                        ADDRESS, KeySchema.of(PK, null), List.of(PK), List.of(), TableSettings.onDemand()));
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, , bob, true",
        "own key, , bob, true",
        "own key, , payroll, false",
        "nothing, key payroll, bob, true",
        "nothing, key payroll, payroll, false",
        "some attributes, , bob, false",
        "here, , bob, true",
        "elsewhere, , bob, false",
        "nothing, here, bob, false",
        "nothing, elsewhere, bob, true",
    })
    void past_isReadAsTheWholeItemIs(String allowed, String denied, String key, boolean isLetThrough) {
        List<NamedPolicy> policies = new ArrayList<>(List.of(policy("Allow", allowed)));
        if (denied != null) {
            policies.add(policy("Deny", denied));
        }
        AdminCall call = new AdminCall(new SignedIn.User("bob", bob(policies)), CONTEXT);

        Throwable versions = catchThrowable(() -> service.versions(call, ADDRESS, key(key), null, 1));
        Throwable past = catchThrowable(() -> service.at(call, ADDRESS, key(key), Instant.EPOCH));

        assertThat(List.of(versions, past))
                .allSatisfy(it ->
                        assertThat(it).isInstanceOf(isLetThrough ? AdminException.class : DynamoDbException.class));
    }

    private static Map<String, AttributeValue> key(String value) {
        return Map.of("pk", new StringValue(value));
    }

    private static NamedPolicy policy(String effect, String condition) {
        return new NamedPolicy(
                effect,
                PolicyDocument.parse("{\"Statement\":{\"Effect\":\"" + effect
                        + "\",\"Action\":\"dynamodb:GetItem\",\"Resource\":\"*\",\"Condition\":{"
                        + CONDITIONS.get(condition) + "}}}"));
    }

    private static Caller bob(List<NamedPolicy> policies) {
        return new Caller(
                new Principal.User(
                        ACCOUNT, "arn:aws:iam::" + ACCOUNT + ":user/bob", "bob", "AIDAEXAMPLE", Map.of(), null),
                "AKIDUSER",
                new PrincipalPolicies(policies, null, List.of()));
    }
}
