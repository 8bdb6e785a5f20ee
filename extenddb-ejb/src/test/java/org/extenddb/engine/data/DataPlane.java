package org.extenddb.engine.data;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.extenddb.config.ExpiryConfig;
import org.extenddb.config.TableConfig;
import org.extenddb.core.error.CancellationReason;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.ProjectionType;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.extenddb.engine.Operation;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.batch.BatchGetItem;
import org.extenddb.engine.batch.BatchWriteItem;
import org.extenddb.engine.item.DeleteItem;
import org.extenddb.engine.item.GetItem;
import org.extenddb.engine.item.PutItem;
import org.extenddb.engine.item.UpdateItem;
import org.extenddb.engine.query.Query;
import org.extenddb.engine.query.Scan;
import org.extenddb.engine.throttle.Throttle;
import org.extenddb.engine.transaction.TransactGetItems;
import org.extenddb.engine.transaction.TransactWriteItems;

/**
 * The operations on items over the in-memory back-end, spoken to in JSON. Four tables: {@code hash} (pk S), {@code range}
 * (pk S, sk N) and {@code indexed} (pk S, sk S) with gsi1 (gk S, gn N; ALL), gsi2 (gk S; KEYS_ONLY), gsi3 (h1 S + h2 N; r1 S, r2 N;
 * ALL) and lsi1 (pk, lk S; INCLUDE inc); {@code building} (pk S) with new (gk S), which is BACKFILLING, and old (ok S), which is DELETING;
 * and {@code hash} (pk S) of another account.
 */
public final class DataPlane {
    private static final RequestContext CONTEXT = new RequestContext(
            Caller.root(new AccountId("000000000000"), "AKIATEST"), new Region("eu-west-1"), "request");
    private static final String FOREIGN = "arn:aws:dynamodb:eu-west-1:999999999999:table/hash";
    private static final TableSettings SETTINGS = TableSettings.onDemand();
    private static final KeyAttribute BINARY_PK = new KeyAttribute("pk", ScalarType.B);
    private static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);

    private final Backend backend;
    private final Map<String, Operation<?, ?, ?>> operations = new HashMap<>();

    public DataPlane() {
        this(MemoryBackend.create());
    }

    /** @param backend without tables */
    public DataPlane(Backend backend) {
        this(backend, CollectionLimit.NONE);
    }

    /** @param backend without tables */
    DataPlane(Backend backend, CollectionLimit limit) {
        this.backend = backend;
        Tables tables = new Tables(
                backend.tables(),
                new TableLifecycle(new TableConfig(0)),
                Throttle.OFF,
                new ExpiryConfig(0, false),
                limit);
        for (Operation<?, ?, ?> operation : List.of(
                new PutItem(tables, backend.items()),
                new GetItem(tables, backend.items()),
                new UpdateItem(tables, backend.items()),
                new DeleteItem(tables, backend.items()),
                new Query(tables, backend.items()),
                new Scan(tables, backend.items()),
                new TransactGetItems(tables, backend.items()),
                new TransactWriteItems(tables, backend.items()),
                new BatchGetItem(tables, backend.items()),
                new BatchWriteItem(tables, backend.items()))) {
            operations.put(operation.spec().name(), operation);
        }
        create("hash", KeySchema.of(PK, null), List.of());
        create(FOREIGN, KeySchema.of(PK, null), List.of());
        create("range", KeySchema.of(PK, new KeyAttribute("sk", ScalarType.N)), List.of());
        create("building", KeySchema.of(PK, null), changingIndexes());
        create("indexed", KeySchema.of(PK, new KeyAttribute("sk", ScalarType.S)), indexes());
        create("shared", KeySchema.of(BINARY_PK, new KeyAttribute("sk", ScalarType.B)), indexesOfOneKey());
    }

    private static List<IndexDefinition> indexesOfOneKey() {
        KeyAttribute k = new KeyAttribute("k", ScalarType.B);
        return List.of(
                index("gsi2", true, KeySchema.of(k, null), Projection.ALL, 1),
                index("gsi1", true, KeySchema.of(k, null), Projection.ALL, 2),
                index("lsi1", false, KeySchema.of(BINARY_PK, k), Projection.ALL, 21));
    }

    private static List<IndexDefinition> indexes() {
        KeyAttribute gk = new KeyAttribute("gk", ScalarType.S);
        return List.of(
                index("gsi1", true, KeySchema.of(gk, new KeyAttribute("gn", ScalarType.N)), Projection.ALL, 1),
                index("gsi2", true, KeySchema.of(gk, null), new Projection(ProjectionType.KEYS_ONLY, List.of()), 2),
                index(
                        "gsi3",
                        true,
                        new KeySchema(
                                List.of(new KeyAttribute("h1", ScalarType.S), new KeyAttribute("h2", ScalarType.N)),
                                List.of(new KeyAttribute("r1", ScalarType.S), new KeyAttribute("r2", ScalarType.N))),
                        Projection.ALL,
                        3),
                index(
                        "lsi1",
                        false,
                        KeySchema.of(PK, new KeyAttribute("lk", ScalarType.S)),
                        new Projection(ProjectionType.INCLUDE, List.of("inc")),
                        21));
    }

    private static List<IndexDefinition> changingIndexes() {
        return List.of(
                index("new", true, KeySchema.of(new KeyAttribute("gk", ScalarType.S), null), Projection.ALL, 1)
                        .withStatus(TableStatus.BACKFILLING),
                index("old", true, KeySchema.of(new KeyAttribute("ok", ScalarType.S), null), Projection.ALL, 2)
                        .withStatus(TableStatus.DELETING));
    }

    private static IndexDefinition index(String name, boolean global, KeySchema key, Projection projection, int slot) {
        IndexDefinition.Kind kind = global ? IndexDefinition.Kind.GLOBAL : IndexDefinition.Kind.LOCAL;
        return new IndexDefinition(name, kind, key, projection, null, TableStatus.ACTIVE, slot);
    }

    private void create(String nameOrArn, KeySchema key, List<IndexDefinition> indexes) {
        List<KeyAttribute> attributes = Stream.concat(
                        Stream.of(key), indexes.stream().map(IndexDefinition::keySchema))
                .flatMap(schema -> schema.attributes().stream())
                .distinct()
                .toList();
        backend.tables().create(new NewTable(CONTEXT.table(nameOrArn), key, attributes, indexes, SETTINGS));
    }

    /** The response's JSON. */
    public String call(String operation, String json) {
        return call(operations.get(operation), json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The response's JSON, or the error as {@code Name: message}, with the item of a failed condition or the reasons of a
     * cancelled transaction after it.
     */
    public String answer(String operation, String json) {
        try {
            return call(operation, json);
        } catch (DynamoDbException e) {
            byte[] item = e.item();
            return e.code().simpleName() + ": " + e.getMessage()
                    + (item == null ? "" : " " + new String(item, StandardCharsets.UTF_8))
                    + e.cancellationReasons().stream().map(DataPlane::text).collect(Collectors.joining());
        }
    }

    private static String text(CancellationReason reason) {
        byte[] item = reason.item();
        return " {" + reason.code()
                + (reason.message() == null ? "" : ": " + reason.message())
                + (item == null ? "" : " " + new String(item, StandardCharsets.UTF_8)) + "}";
    }

    private <I, V, O> String call(Operation<I, V, O> operation, byte[] json) {
        V request = operation.validate(operation.spec().decoder().decode(JsonInput.of(json)));
        JsonOutput out = new JsonOutput();
        operation.spec().encoder().encode(operation.execute(request, CONTEXT), out);
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }
}
