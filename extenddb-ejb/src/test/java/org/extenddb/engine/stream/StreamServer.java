package org.extenddb.engine.stream;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.TokenSeal;
import org.extenddb.config.IdentityConfig;
import org.extenddb.config.TableConfig;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.StreamViewType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStream;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.extenddb.core.wire.WireResponse;
import org.extenddb.engine.Operation;
import org.extenddb.engine.Pipelines;
import org.extenddb.engine.RequestPipeline;
import org.extenddb.engine.WireRequests;
import org.extenddb.engine.data.TableLifecycle;
import org.extenddb.engine.data.Tables;
import org.extenddb.engine.item.DeleteItem;
import org.extenddb.engine.item.PutItem;
import org.extenddb.engine.item.UpdateItem;

/** Streams and the writes that fill them, over the in-memory back-end, with a clock to turn. */
final class StreamServer {
    private static final AccountId ACCOUNT = new AccountId("000000000000");
    private static final Region REGION = new Region("eu-west-1");

    final Backend backend = MemoryBackend.create();
    private final TurnableClock clock = new TurnableClock();
    private final List<Operation<?, ?, ?>> operations;
    private final RequestPipeline pipeline;

    StreamServer() {
        Tables tables = new Tables(backend.tables(), new TableLifecycle(new TableConfig(0)));
        ShardIterators iterators = new ShardIterators(new TokenSeal(new IdentityConfig(
                ACCOUNT.value(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 30)));
        operations = List.of(
                new PutItem(tables, backend.items()),
                new UpdateItem(tables, backend.items()),
                new DeleteItem(tables, backend.items()),
                new ListStreams(backend.streams()),
                new DescribeStream(backend.streams()),
                new GetShardIterator(backend.streams(), iterators, clock),
                new GetRecords(backend.streams(), iterators, clock));
        Authenticated sender = new Authenticated(Caller.root(ACCOUNT, "AKID"), REGION);
        pipeline = Pipelines.of(operations, request -> sender, (who, asked, requests) -> {});
    }

    /** A table with the key {@code pk} and {@code sk}; answers its stream's ARN. */
    String table(String name, StreamViewType viewType) {
        KeyAttribute pk = new KeyAttribute("pk", ScalarType.S);
        KeyAttribute sk = new KeyAttribute("sk", ScalarType.N);
        TableDefinition table = Objects.requireNonNull(backend.tables()
                .create(new NewTable(
                        new TableAddress(ACCOUNT, REGION, name),
                        KeySchema.of(pk, sk),
                        List.of(pk, sk),
                        List.of(),
                        TableSettings.onDemand().withStream(TableStream.wanted(viewType)))));
        return Objects.requireNonNull(table.settings().stream()).arn(table.address());
    }

    /** The response's JSON, or the error as {@code Name: message}. */
    String call(String operation, String json) {
        String target = operations.stream()
                .map(each -> each.spec().target())
                .filter(each -> each.endsWith("." + operation))
                .findFirst()
                .orElseThrow();
        WireResponse response = pipeline.handle(WireRequests.post(target, json));
        String body = new String(response.body(), StandardCharsets.UTF_8);
        return response.status() == 200
                ? body
                : body.replaceAll("^\\{\"__type\":\"[^#]*#([A-Za-z]+)\",\"[mM]essage\":\"(.*)\"\\}$", "$1: $2");
    }

    List<String> shardIds(String arn) {
        return all(call("DescribeStream", "{\"StreamArn\":\"" + arn + "\"}"), "ShardId");
    }

    String iterator(String arn, String shardId, String type) {
        return call(
                "GetShardIterator",
                "{\"StreamArn\":\"" + arn + "\",\"ShardId\":\"" + shardId + "\",\"ShardIteratorType\":" + type + "}");
    }

    String records(String iterator) {
        return call("GetRecords", "{\"ShardIterator\":\"" + iterator + "\"}");
    }

    /** The answer of the one shard that has records. */
    String records(String arn, String type) {
        return shardIds(arn).stream()
                .map(shardId -> records(one(iterator(arn, shardId, type), "ShardIterator")))
                .filter(answer -> answer.contains("eventID"))
                .findFirst()
                .orElse("");
    }

    static List<String> all(String json, String member) {
        Matcher matcher = Pattern.compile("\"" + member + "\":\"([^\"]*)\"").matcher(json);
        return matcher.results().map(found -> found.group(1)).toList();
    }

    static String one(String json, String member) {
        return Stream.concat(all(json, member).stream(), Stream.of(json))
                .findFirst()
                .orElseThrow();
    }

    void wait(Duration time) {
        clock.offset = clock.offset.plus(time);
    }

    private static final class TurnableClock extends Clock {
        private Duration offset = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
