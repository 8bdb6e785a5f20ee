package org.extenddb.engine.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.PolicyAuthorizer;
import org.extenddb.auth.ResourcePolicies;
import org.extenddb.config.TableConfig;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.PrincipalPolicies;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.extenddb.core.wire.WireResponse;
import org.extenddb.engine.Operation;
import org.extenddb.engine.Pipelines;
import org.extenddb.engine.RequestPipeline;
import org.extenddb.engine.WireRequests;
import org.extenddb.engine.batch.BatchGetItem;
import org.extenddb.engine.batch.BatchWriteItem;
import org.extenddb.engine.data.TableLifecycle;
import org.extenddb.engine.data.Tables;
import org.extenddb.engine.item.DeleteItem;
import org.extenddb.engine.item.GetItem;
import org.extenddb.engine.item.PutItem;
import org.extenddb.engine.item.UpdateItem;
import org.extenddb.engine.query.Query;
import org.extenddb.engine.query.Scan;
import org.extenddb.engine.transaction.TransactGetItems;
import org.extenddb.engine.transaction.TransactWriteItems;

/**
 * The operations on items behind the authorizer, on storage in memory. Table Scores: user (S), game (S), with the local index
 * ByScore (user, score N) and the global one ByTitle (title S, score N); table Other: user (S).
 */
final class GuardedServer {
    static final AccountId ACCOUNT = new AccountId("123456789012");
    private static final Region REGION = new Region("us-east-1");
    private static final KeyAttribute USER = new KeyAttribute("user", ScalarType.S);
    private static final KeyAttribute GAME = new KeyAttribute("game", ScalarType.S);
    private static final KeyAttribute SCORE = new KeyAttribute("score", ScalarType.N);
    private static final KeyAttribute TITLE = new KeyAttribute("title", ScalarType.S);

    final Backend backend = MemoryBackend.create();
    private final RequestPipeline pipeline;
    private Caller caller = Caller.root(ACCOUNT, "AKIDROOT");

    GuardedServer() {
        this(backend -> List.of());
    }

    GuardedServer(Function<Backend, List<Operation<?, ?, ?>>> others) {
        Tables tables = new Tables(backend.tables(), new TableLifecycle(new TableConfig(0)));
        List<Operation<?, ?, ?>> operations = new ArrayList<>(List.of(
                new PutItem(tables, backend.items()),
                new GetItem(tables, backend.items()),
                new UpdateItem(tables, backend.items()),
                new DeleteItem(tables, backend.items()),
                new Query(tables, backend.items()),
                new Scan(tables, backend.items()),
                new TransactGetItems(tables, backend.items()),
                new TransactWriteItems(tables, backend.items()),
                new BatchGetItem(tables, backend.items()),
                new BatchWriteItem(tables, backend.items())));
        operations.addAll(others.apply(backend));
        pipeline = Pipelines.of(
                operations,
                request -> new Authenticated(caller, REGION),
                new PolicyAuthorizer(backend.tables(), new ResourcePolicies()));
        create("Scores", KeySchema.of(USER, GAME), List.of(USER, GAME, SCORE, TITLE), indexes());
        create("Other", KeySchema.of(USER, null), List.of(USER), List.of());
        for (String user : List.of("bob", "eve")) {
            post(
                    "PutItem",
                    "{\"TableName\":\"Scores\",\"Item\":{\"user\":{\"S\":\"" + user + "\"},\"game\":{\"S\":\"chess\"},"
                            + "\"score\":{\"N\":\"5\"},\"title\":{\"S\":\"" + user
                            + "-king\"},\"secret\":{\"S\":\"x\"}}}");
        }
    }

    private static List<IndexDefinition> indexes() {
        return List.of(
                index("ByTitle", IndexDefinition.Kind.GLOBAL, KeySchema.of(TITLE, SCORE), 1),
                index("ByScore", IndexDefinition.Kind.LOCAL, KeySchema.of(USER, SCORE), 21));
    }

    private static IndexDefinition index(String name, IndexDefinition.Kind kind, KeySchema key, int slot) {
        return new IndexDefinition(name, kind, key, Projection.ALL, null, TableStatus.ACTIVE, slot);
    }

    private void create(String name, KeySchema key, List<KeyAttribute> attributes, List<IndexDefinition> indexes) {
        backend.tables().create(new NewTable(address(name), key, attributes, indexes, TableSettings.onDemand()));
    }

    static TableAddress address(String name) {
        return new TableAddress(ACCOUNT, REGION, name);
    }

    /** From now on a user with these policies calls. */
    void becomes(AccountId account, String name, String... policies) {
        becomes(account, "arn:aws:iam::" + account + ":user/" + name, name, "AIDAEXAMPLE", policies);
    }

    /** From now on this user calls, with these policies. */
    void becomes(Identity user, String... policies) {
        becomes(user.account(), user.arn(), user.name(), user.id(), policies);
    }

    private void becomes(AccountId account, String arn, String name, String id, String... policies) {
        List<NamedPolicy> identity = new ArrayList<>();
        for (String policy : policies) {
            identity.add(new NamedPolicy("policy" + identity.size(), PolicyDocument.parse(policy)));
        }
        caller = new Caller(
                new Principal.User(account, arn, name, id, Map.of(), null),
                "AKIDUSER",
                new PrincipalPolicies(identity, null, List.of()));
    }

    void becomesRoot() {
        caller = Caller.root(ACCOUNT, "AKIDROOT");
    }

    WireResponse post(String operation, String json) {
        return pipeline.handle(WireRequests.post("DynamoDB_20120810." + operation, json));
    }

    /** The body of the answer. */
    String answer(String operation, String json) {
        return new String(post(operation, json).body(), StandardCharsets.UTF_8);
    }

    /** The same of an operation on streams. */
    String answerOfStreams(String operation, String json) {
        WireResponse response = pipeline.handle(WireRequests.post("DynamoDBStreams_20120810." + operation, json));
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
