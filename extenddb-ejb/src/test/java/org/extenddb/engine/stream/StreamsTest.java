package org.extenddb.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.extenddb.core.model.StreamViewType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes, texts and positions of the stream operations. */
class StreamsTest {
    private static final String HORIZON = "\"TRIM_HORIZON\"";
    private static final String NOBODY =
            "arn:aws:dynamodb:eu-west-1:000000000000:table/nobody/stream/2026-01-01T00:00:00.000";
    private static final String SHARD = "shardId-00000001540000000000-00000000";

    private final StreamServer server = new StreamServer();

    private String put(String table, String more) {
        return server.call(
                "PutItem",
                "{\"TableName\":\"" + table + "\",\"Item\":{\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"}" + more + "}}");
    }

    // ---- records

    @Test
    void getRecords_insertModifyRemove_haveTheirShapes() {
        String arn = server.table("abc", StreamViewType.NEW_AND_OLD_IMAGES);
        put("abc", ",\"v\":{\"S\":\"1\"}");
        put("abc", ",\"v\":{\"S\":\"22\"}");
        server.call("DeleteItem", "{\"TableName\":\"abc\",\"Key\":{\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"}}}");

        String keys = "\"Keys\":{\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"}}";
        String item = "{\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"},\"v\":{\"S\":\"%s\"}}";
        String start = "{\"awsRegion\":\"eu-west-1\",\"dynamodb\":{\"ApproximateCreationDateTime\":T," + keys;
        String end = ",\"SequenceNumber\":\"Q\",\"SizeBytes\":%d,\"StreamViewType\":\"NEW_AND_OLD_IMAGES\"},"
                + "\"eventID\":\"I\",\"eventName\":\"%s\",\"eventSource\":\"aws:dynamodb\",\"eventVersion\":\"1.1\"}";
        assertThat(server.records(arn, HORIZON)
                        .replaceAll("DateTime\":[0-9]{10}", "DateTime\":T")
                        .replaceAll("Number\":\"1[0-9]{20}", "Number\":\"Q")
                        .replaceAll("ID\":\"[0-9a-f]{32}", "ID\":\"I")
                        .replaceAll("\"NextShardIterator\":\"[^\"]*\",", ""))
                .isEqualTo("{\"Records\":["
                        + String.join(
                                ",",
                                start + ",\"NewImage\":" + item.formatted("1") + end.formatted(16, "INSERT"),
                                start + ",\"NewImage\":" + item.formatted("22") + ",\"OldImage\":" + item.formatted("1")
                                        + end.formatted(26, "MODIFY"),
                                start + ",\"OldImage\":" + item.formatted("22") + end.formatted(17, "REMOVE"))
                        + "]}");
    }

    @ParameterizedTest
    @CsvSource({"KEYS_ONLY, false, false", "NEW_IMAGE, true, false", "OLD_IMAGE, false, true"})
    void getRecords_viewType_decidesOnImages(StreamViewType viewType, boolean newImage, boolean oldImage) {
        String arn = server.table("abc", viewType);
        put("abc", ",\"v\":{\"S\":\"1\"}");
        put("abc", ",\"v\":{\"S\":\"2\"}");

        String modify = server.records(arn, HORIZON).split("},\\{\"awsRegion", -1)[1];
        assertThat(modify.contains("\"NewImage\"")).isEqualTo(newImage);
        assertThat(modify.contains("\"OldImage\"")).isEqualTo(oldImage);
        assertThat(modify).contains("\"Keys\":{\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"}}");
    }

    @Test
    void getRecords_sameItemInAnotherOrder_isNoChange() {
        String arn = server.table("abc", StreamViewType.KEYS_ONLY);
        put("abc", ",\"v\":{\"S\":\"1\"},\"w\":{\"S\":\"2\"}");
        put("abc", ",\"w\":{\"S\":\"2\"},\"v\":{\"S\":\"1\"}");

        assertThat(StreamServer.all(server.records(arn, HORIZON), "eventName")).containsExactly("INSERT");
    }

    // ---- positions

    @Test
    void getShardIterator_typesStartWhereTheySay() {
        String arn = server.table("abc", StreamViewType.NEW_IMAGE);
        put("abc", ",\"v\":{\"S\":\"1\"}");
        put("abc", ",\"v\":{\"S\":\"2\"}");
        String answer = server.records(arn, HORIZON);
        List<String> numbers = StreamServer.all(answer, "SequenceNumber");
        String shard = server.shardIds(arn).stream()
                .filter(id -> server.records(StreamServer.one(server.iterator(arn, id, HORIZON), "ShardIterator"))
                        .contains("eventID"))
                .findFirst()
                .orElseThrow();

        assertThat(numbersFrom(arn, shard, "\"AT_SEQUENCE_NUMBER\",\"SequenceNumber\":\"" + numbers.get(0) + "\""))
                .isEqualTo(numbers);
        assertThat(numbersFrom(arn, shard, "\"AFTER_SEQUENCE_NUMBER\",\"SequenceNumber\":\"" + numbers.get(0) + "\""))
                .containsExactly(numbers.get(1));
        assertThat(numbersFrom(arn, shard, "\"LATEST\"")).isEmpty();
        assertThat(server.records(StreamServer.one(answer, "NextShardIterator")))
                .startsWith("{\"NextShardIterator\":\"" + arn)
                .endsWith("\"Records\":[]}");
    }

    @Test
    void getShardIterator_atTheFirstNumberOfAnIdleShard_isWhatItWasTold() {
        String arn = server.table("abc", StreamViewType.NEW_IMAGE);
        String start = StreamServer.one(
                server.call("DescribeStream", "{\"StreamArn\":\"" + arn + "\"}"), "StartingSequenceNumber");
        String shard = server.shardIds(arn).get(0);

        assertThat(numbersFrom(arn, shard, "\"AT_SEQUENCE_NUMBER\",\"SequenceNumber\":\"" + start + "\""))
                .isEmpty();
        assertThat(server.iterator(arn, shard, "\"AFTER_SEQUENCE_NUMBER\",\"SequenceNumber\":\"" + start + "\""))
                .contains("ValidationException");
    }

    /** Policies know a stream by one name. */
    @Test
    void describeStream_labelInOtherWords_isNoStream() {
        String arn = server.table("abc", StreamViewType.NEW_IMAGE);

        for (String other : List.of(arn + "0", arn + "000")) {
            assertThat(server.call("DescribeStream", "{\"StreamArn\":\"" + other + "\"}"))
                    .contains("ResourceNotFoundException");
        }
    }

    private List<String> numbersFrom(String arn, String shard, String type) {
        return StreamServer.all(
                server.records(StreamServer.one(server.iterator(arn, shard, type), "ShardIterator")), "SequenceNumber");
    }

    @Test
    void getRecords_closedShardReadToItsEnd_hasNoNext_andItsChildGoesOn() {
        String arn = server.table("abc", StreamViewType.NEW_IMAGE);
        put("abc", ",\"v\":{\"S\":\"1\"}");
        List<String> parents = server.shardIds(arn);
        server.backend.streams().rotate(Duration.ZERO);
        put("abc", ",\"v\":{\"S\":\"2\"}");

        for (String parent : parents) {
            String answer = server.records(StreamServer.one(server.iterator(arn, parent, HORIZON), "ShardIterator"));
            assertThat(answer).doesNotContain("NextShardIterator");
            String children = server.call(
                    "DescribeStream",
                    "{\"StreamArn\":\"" + arn + "\",\"ShardFilter\":{\"Type\":\"CHILD_SHARDS\",\"ShardId\":\"" + parent
                            + "\"}}");
            assertThat(StreamServer.all(children, "ParentShardId")).containsExactly(parent);
            String child = StreamServer.one(children, "ShardId");
            String next = server.records(StreamServer.one(server.iterator(arn, child, HORIZON), "ShardIterator"));
            assertThat(next).contains("NextShardIterator");
            assertThat(next.contains("eventID")).isEqualTo(answer.contains("eventID"));
        }
    }

    @Test
    void getRecords_iteratorOfFifteenMinutesAgo_hasExpired() {
        String arn = server.table("abc", StreamViewType.NEW_IMAGE);
        String iterator =
                StreamServer.one(server.iterator(arn, server.shardIds(arn).get(0), HORIZON), "ShardIterator");
        server.wait(Duration.ofMinutes(14));
        assertThat(server.records(iterator)).startsWith("{");
        server.wait(Duration.ofMinutes(2));

        assertThat(server.records(iterator))
                .isEqualTo("ExpiredIteratorException: The shard iterator has expired and can no longer be used to"
                        + " retrieve stream records.");
    }

    @Test
    void getRecords_behindTheHorizon_isTrimmed() {
        String arn = server.table("abc", StreamViewType.NEW_IMAGE);
        put("abc", "");
        put("abc", ",\"v\":{\"S\":\"1\"}");
        String shard = server.shardIds(arn).stream()
                .filter(id -> server.records(StreamServer.one(server.iterator(arn, id, HORIZON), "ShardIterator"))
                        .contains("eventID"))
                .findFirst()
                .orElseThrow();
        String first = StreamServer.one(server.records(arn, HORIZON), "SequenceNumber");
        String at = "\"AT_SEQUENCE_NUMBER\",\"SequenceNumber\":\"" + first + "\"";
        String iterator = StreamServer.one(server.iterator(arn, shard, at), "ShardIterator");
        String fromHorizon = StreamServer.one(server.iterator(arn, shard, HORIZON), "ShardIterator");
        server.backend.streams().trim(Duration.ZERO);

        String trimmed = "TrimmedDataAccessException: The data you are trying to access has been trimmed";
        assertThat(server.records(iterator)).isEqualTo(trimmed);
        assertThat(server.iterator(arn, shard, at)).isEqualTo(trimmed);
        assertThat(server.records(fromHorizon)).endsWith("\"Records\":[]}");
    }

    @Test
    void getRecords_iteratorThatNobodyGave_isRefused() {
        String arn = server.table("abc", StreamViewType.NEW_IMAGE);
        String other = server.table("other", StreamViewType.NEW_IMAGE);
        String iterator =
                StreamServer.one(server.iterator(arn, server.shardIds(arn).get(0), HORIZON), "ShardIterator");

        for (String forged : List.of(
                "x",
                arn + "|1|",
                arn + "|1|AAAA",
                iterator.replace(arn, other),
                iterator.substring(0, iterator.length() - 6) + "AAAAA=")) {
            assertThat(server.records(forged)).isEqualTo("ValidationException: Invalid ShardIterator.");
        }
    }

    // ---- descriptions

    @Test
    void describeStream_pagesThroughItsShards() {
        String arn = server.table("abc", StreamViewType.NEW_IMAGE);
        String start = "{\"StreamArn\":\"" + arn + "\",\"Limit\":3";
        String first = server.call("DescribeStream", start + "}");
        String last = StreamServer.one(first, "LastEvaluatedShardId");
        String second = server.call("DescribeStream", start + ",\"ExclusiveStartShardId\":\"" + last + "\"}");

        assertThat(StreamServer.all(first, "ShardId")).hasSize(3).contains(last);
        assertThat(StreamServer.all(second, "ShardId")).hasSize(1);
        assertThat(second)
                .doesNotContain("LastEvaluatedShardId")
                .startsWith("{\"StreamDescription\":{\"CreationRequestDateTime\":")
                .contains("\"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"},"
                        + "{\"AttributeName\":\"sk\",\"KeyType\":\"RANGE\"}]")
                .contains("\"SequenceNumberRange\":{\"StartingSequenceNumber\":\"100000000000000000001\"}")
                .endsWith("\"StreamStatus\":\"ENABLED\",\"StreamViewType\":\"NEW_IMAGE\",\"TableName\":\"abc\"}}");
        assertThat(server.shardIds(arn)).allMatch(id -> id.matches("shardId-[0-9]{20}-[0-9a-f]{8}"));
    }

    @Test
    void listStreams_pagesAndFiltersByTable() {
        String abc = server.table("abc", StreamViewType.NEW_IMAGE);
        String xyz = server.table("xyz", StreamViewType.NEW_IMAGE);
        String first = server.call("ListStreams", "{\"Limit\":1}");
        String second = server.call("ListStreams", "{\"Limit\":1,\"ExclusiveStartStreamArn\":\"" + abc + "\"}");

        assertThat(first)
                .isEqualTo("{\"LastEvaluatedStreamArn\":\"" + abc + "\",\"Streams\":[{\"StreamArn\":\"" + abc
                        + "\",\"StreamLabel\":\"" + abc.substring(abc.lastIndexOf('/') + 1)
                        + "\",\"TableName\":\"abc\"}]}");
        assertThat(StreamServer.all(second, "StreamArn")).containsExactly(xyz);
        assertThat(StreamServer.all(server.call("ListStreams", "{}"), "StreamArn"))
                .hasSize(2)
                .isSubsetOf(new HashSet<>(List.of(abc, xyz)));
        assertThat(StreamServer.all(server.call("ListStreams", "{\"TableName\":\"xyz\"}"), "StreamArn"))
                .containsExactly(xyz);
        assertThat(StreamServer.all(
                        server.call("ListStreams", "{\"TableName\":\"" + xyz.split("/stream/")[0] + "\"}"),
                        "StreamArn"))
                .containsExactly(xyz);
        assertThat(server.call("ListStreams", "{\"TableName\":\"nobody\"}")).isEqualTo("{\"Streams\":[]}");
        String foreign = xyz.split("/stream/")[0].replace("000000000000", "999999999999");
        assertThat(server.call("ListStreams", "{\"TableName\":\"" + foreign + "\"}"))
                .isEqualTo("{\"Streams\":[]}");
    }

    // ---- refusals

    @Test
    void requests_thatBreakConstraints_areRefused() {
        assertThat(server.call("DescribeStream", "{}"))
                .isEqualTo("ValidationException: 1 validation error detected: Value null at 'streamArn' failed to"
                        + " satisfy constraint: Member must not be null");
        assertThat(server.call("DescribeStream", "{\"StreamArn\":\"short\"}"))
                .isEqualTo("ValidationException: 1 validation error detected: Value 'short' at 'streamArn' failed to"
                        + " satisfy constraint: Member must have length greater than or equal to 37");
        assertThat(server.call("DescribeStream", "{\"StreamArn\":\"" + NOBODY + "\",\"Limit\":0}"))
                .contains("Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or");
        assertThat(server.call("DescribeStream", "{\"StreamArn\":\"" + "x".repeat(40) + "\"}"))
                .isEqualTo("ValidationException: Invalid StreamArn: " + "x".repeat(40));
        assertThat(server.call("DescribeStream", "{\"StreamArn\":\"" + NOBODY + "\"}"))
                .isEqualTo("ResourceNotFoundException: Requested resource not found: Stream: " + NOBODY + " not found");
        assertThat(server.iterator(NOBODY, SHARD, "\"FIRST\""))
                .isEqualTo("ValidationException: 1 validation error detected: Value 'FIRST' at 'shardIteratorType'"
                        + " failed to satisfy constraint: Member must satisfy enum value set: [AFTER_SEQUENCE_NUMBER,"
                        + " LATEST, AT_SEQUENCE_NUMBER, TRIM_HORIZON]");
        assertThat(server.iterator(NOBODY, SHARD, "\"AT_SEQUENCE_NUMBER\""))
                .startsWith("ValidationException: SequenceNumber must be specified");
        assertThat(server.call("GetRecords", "{}"))
                .isEqualTo("ValidationException: 1 validation error detected: Value null at 'shardIterator' failed to"
                        + " satisfy constraint: Member must not be null");
        String arn = server.table("abc", StreamViewType.NEW_IMAGE);
        assertThat(server.iterator(arn, SHARD, HORIZON)).startsWith("ResourceNotFoundException: ");
        String shard = server.shardIds(arn).get(0);
        assertThat(server.iterator(
                        arn, shard, "\"AFTER_SEQUENCE_NUMBER\",\"SequenceNumber\":\"100000000000009999999\""))
                .startsWith("ValidationException: Invalid SequenceNumber: ");
        assertThat(server.iterator(arn, shard, "\"LATEST\",\"SequenceNumber\":\"100000000000000000001\""))
                .startsWith("ValidationException: SequenceNumber must not be specified");
    }
}
