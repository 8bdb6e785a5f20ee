package org.extenddb.bench;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The table and the requests of the comparison: 400-byte items, 500 partitions of 20 items. */
final class Workload {
    private static final int PARTITIONS = 500;
    private static final int ITEMS = 20;
    private static final int REQUESTS = 2000;
    private static final String TABLE = "bench";
    private static final String FILLER = "x".repeat(330);

    private final Endpoint endpoint;
    private final Random random = new Random(42);

    Workload(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The operations compared. */
    enum Step {
        GET_ITEM("GetItem"),
        PUT_ITEM("PutItem"),
        UPDATE_ITEM("UpdateItem"),
        QUERY("Query");

        private final String operation;

        Step(String operation) {
            this.operation = operation;
        }
    }

    void prepare() throws IOException, InterruptedException {
        try (Connection connection = new Connection(endpoint)) {
            if (connection.call(sign("ListTables", "{}")).contains("\"" + TABLE + "\"")) {
                connection.call(sign("DeleteTable", "{\"TableName\":\"" + TABLE + "\"}"));
            }
            connection.call(sign("CreateTable", """
                    {"TableName":"%s","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},\
                    {"AttributeName":"sk","KeyType":"RANGE"}],"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},\
                    {"AttributeName":"sk","AttributeType":"N"}]}""".formatted(TABLE)));
        }
        Load.each(
                endpoint,
                IntStream.range(0, PARTITIONS * ITEMS)
                        .mapToObj(item -> sign("PutItem", put(item)))
                        .toList());
    }

    List<SignedRequest> requests(Step step) {
        return IntStream.range(0, REQUESTS)
                .mapToObj(i -> sign(step.operation, body(step)))
                .toList();
    }

    private String body(Step step) {
        int item = random.nextInt(PARTITIONS * ITEMS);
        return switch (step) {
            case GET_ITEM -> "{\"TableName\":\"%s\",\"Key\":{%s}}".formatted(TABLE, key(item));
            case PUT_ITEM -> put(item);
            case UPDATE_ITEM -> """
                {"TableName":"%s","Key":{%s},"UpdateExpression":"SET #c = if_not_exists(#c, :zero) + :one",\
                "ExpressionAttributeNames":{"#c":"count"},"ExpressionAttributeValues":{":zero":{"N":"0"},":one":{"N":"1"}}}""".formatted(TABLE, key(item));
            case QUERY -> """
                {"TableName":"%s","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"p%d"}},"Limit":20}""".formatted(TABLE, item % PARTITIONS);
        };
    }

    private static String put(int item) {
        return "{\"TableName\":\"%s\",\"Item\":{%s,\"name\":{\"S\":\"passenger %d\"},\"filler\":{\"S\":\"%s\"},\"seat\":{\"N\":\"%d\"}}}"
                .formatted(TABLE, key(item), item, FILLER, item);
    }

    private static String key(int item) {
        return "\"pk\":{\"S\":\"p%d\"},\"sk\":{\"N\":\"%d\"}".formatted(item % PARTITIONS, item / PARTITIONS);
    }

    private SignedRequest sign(String operation, String json) {
        return SignedRequest.of(endpoint, operation, json);
    }
}
