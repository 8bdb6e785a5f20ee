package org.extenddb.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.extenddb.config.TableConfig;
import org.extenddb.core.api.batch.BatchWriteItemCodec;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.ItemCollections;
import org.extenddb.engine.data.TableLifecycle;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.engine.data.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchWriteAnswerTest {
    private static final String PUT = "{\"PutRequest\":{\"Item\":{\"pk\":{\"S\":\"a\"},\"n\":{\"N\":\"1.5\"}}}}";
    private static final String DELETE = "{\"DeleteRequest\":{\"Key\":{\"pk\":{\"S\":\"b\"}}}}";
    private static final MutationResult DONE = new MutationResult(null, new Change.Remove());

    @Test
    void response_writesThatWereNotDone_areUnprocessedAndCostNothing() {
        assertThat(answer(null, null))
                .isEqualTo("{\"UnprocessedItems\":{\"abc\":[" + PUT + "," + DELETE + "]},\"ConsumedCapacity\":[]}");
        assertThat(answer(DONE, null))
                .isEqualTo("{\"UnprocessedItems\":{\"abc\":[" + DELETE + "]},"
                        + "\"ConsumedCapacity\":[{\"TableName\":\"abc\",\"CapacityUnits\":1.0}]}");
        assertThat(answer(DONE, DONE))
                .isEqualTo(
                        "{\"UnprocessedItems\":{},\"ConsumedCapacity\":[{\"TableName\":\"abc\",\"CapacityUnits\":2.0}]}");
    }

    /** Every table of a batch has to be allowed, an ARN in the account and region that it names. */
    @Test
    void resources_areAllTables() {
        Backend backend = MemoryBackend.create();
        Tables tables = new Tables(backend.tables(), new TableLifecycle(new TableConfig(0)));
        RequestContext context = new RequestContext(
                Caller.root(new AccountId("000000000000"), "AKIATEST"), new Region("eu-west-1"), "request");
        String arn = "arn:aws:dynamodb:eu-west-1:111122223333:table/def";

        BatchWriteItem write = new BatchWriteItem(tables, backend.items());
        assertThat(write.resources(
                        write.validate(BatchWriteItemCodec.decode(
                                json("{\"RequestItems\":{\"abc\":[" + PUT + "],\"" + arn + "\":[" + DELETE + "]}}"))),
                        context))
                .extracting(AccessRequest::action, AccessRequest::resource)
                .containsExactly(
                        tuple("dynamodb:BatchWriteItem", "arn:aws:dynamodb:eu-west-1:000000000000:table/abc"),
                        tuple("dynamodb:BatchWriteItem", arn));

        BatchGetItem get = new BatchGetItem(tables, backend.items());
        String keys = "{\"Keys\":[{\"pk\":{\"S\":\"a\"}}]}";
        assertThat(get.resources(
                        get.validate(get.spec()
                                .decoder()
                                .decode(json(
                                        "{\"RequestItems\":{\"abc\":" + keys + ",\"" + arn + "\":" + keys + "}}"))),
                        context))
                .extracting(AccessRequest::action, AccessRequest::resource)
                .containsExactly(
                        tuple("dynamodb:BatchGetItem", "arn:aws:dynamodb:eu-west-1:000000000000:table/abc"),
                        tuple("dynamodb:BatchGetItem", arn));
    }

    private static String answer(@Nullable MutationResult... results) {
        TableWrites writes = BatchWriteChecks.check(
                        BatchWriteItemCodec.decode(json("{\"RequestItems\":{\"abc\":[" + PUT + "," + DELETE + "]}}")))
                .get(0);
        Backend backend = MemoryBackend.create();
        BatchWriteAnswer answer =
                new BatchWriteAnswer(CapacityReport.TOTAL, new ItemCollections(backend.tables(), backend.items()));
        answer.add(writes, TablePlan.of(table()), new ArrayList<>(Arrays.asList(results)));
        JsonOutput out = new JsonOutput();
        BatchWriteItemCodec.encode(answer.response(), out);
        return out.toString();
    }

    private static JsonInput json(String text) {
        return JsonInput.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TableDefinition table() {
        KeyAttribute key = new KeyAttribute("pk", ScalarType.S);
        return new TableDefinition(
                1,
                UUID.randomUUID(),
                new TableAddress(new AccountId("000000000000"), new Region("local"), "abc"),
                1,
                TableStatus.ACTIVE,
                Instant.EPOCH,
                KeySchema.of(key, null),
                List.of(key),
                List.of(),
                TableSettings.onDemand());
    }
}
