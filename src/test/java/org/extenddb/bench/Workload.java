package org.extenddb.bench;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table and the requests of the comparison: 500 partitions of 20 items of 400 bytes. */
final class Workload {
    private static final int PARTITIONS = 500;
    private static final int ITEMS = 20;
    private static final int REQUESTS = 2000;
    private static final int BATCH_READS = 100;
    private static final int BATCH_WRITES = 25;
    private static final int LARGE_TRANSACTION = 100;
    private static final String FILLER = "x".repeat(330);

    private final Endpoint endpoint;
    private final Shape shape;
    private final String table;
    private final Random random = new Random(42);

    Workload(Endpoint endpoint, Shape shape) {
        this(endpoint, shape, "bench");
    }

    Workload(Endpoint endpoint, Shape shape, String table) {
        this.endpoint = endpoint;
        this.shape = shape;
        this.table = table;
    }

    /** What an item's bytes consist of. Parsing and printing cost by the attribute, copying by the byte. */
    enum Shape {
        /** Twenty-one attributes, a map and a list among them, as a record of a passenger has. */
        RECORD,
        /** One long string and two short attributes. */
        FILLER
    }

    /** The operations compared. */
    enum Step {
        GET_ITEM("GetItem"),
        PUT_ITEM("PutItem"),
        UPDATE_ITEM("UpdateItem"),
        QUERY("Query"),
        BATCH_GET_ITEM("BatchGetItem"),
        BATCH_WRITE_ITEM("BatchWriteItem"),
        TRANSACT_WRITE("TransactWriteItems"),
        TRANSACT_WRITE_100("TransactWriteItems");

        private final String operation;

        Step(String operation) {
            this.operation = operation;
        }
    }

    void prepare() throws IOException, InterruptedException {
        try (Connection connection = new Connection(endpoint)) {
            if (connection.call(sign("ListTables", "{}")).contains("\"" + table + "\"")) {
                connection.call(sign("DeleteTable", "{\"TableName\":\"" + table + "\"}"));
            }
            connection.call(sign("CreateTable", """
                    {"TableName":"%s","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},\
                    {"AttributeName":"sk","KeyType":"RANGE"}],"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},\
                    {"AttributeName":"sk","AttributeType":"N"}]}""".formatted(table)));
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
            case GET_ITEM -> "{\"TableName\":\"%s\",\"Key\":{%s}}".formatted(table, key(item));
            case PUT_ITEM -> put(item);
            case UPDATE_ITEM -> """
                {"TableName":"%s","Key":{%s},"UpdateExpression":"SET #c = if_not_exists(#c, :zero) + :one",\
                "ExpressionAttributeNames":{"#c":"count"},"ExpressionAttributeValues":{":zero":{"N":"0"},":one":{"N":"1"}}}""".formatted(table, key(item));
            case QUERY -> """
                {"TableName":"%s","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"p%d"}},"Limit":20}""".formatted(table, item % PARTITIONS);
            case BATCH_GET_ITEM ->
                "{\"RequestItems\":{\"%s\":{\"Keys\":%s}}}"
                        .formatted(table, batch(BATCH_READS, one -> "{" + key(one) + "}"));
            case BATCH_WRITE_ITEM ->
                "{\"RequestItems\":{\"%s\":%s}}"
                        .formatted(table, batch(BATCH_WRITES, one -> "{\"PutRequest\":{\"Item\":" + item(one) + "}}"));
            case TRANSACT_WRITE -> transfer();
            case TRANSACT_WRITE_100 -> "{\"TransactItems\":" + block(item / LARGE_TRANSACTION) + "}";
        };
    }

    /** Two updates and a check with conditions, and a put. */
    private String transfer() {
        int[] items = random.ints(0, PARTITIONS * ITEMS).distinct().limit(4).toArray();
        return "{\"TransactItems\":[%s,%s,%s,%s]}"
                .formatted(count(items[0]), count(items[1]), check(items[2]), putAction(items[3]));
    }

    /** Puts of neighbours: two transactions have all of their items in common, or none. */
    private String block(int number) {
        return IntStream.range(number * LARGE_TRANSACTION, (number + 1) * LARGE_TRANSACTION)
                .mapToObj(this::putAction)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String count(int item) {
        return """
                {"Update":{"TableName":"%s","Key":{%s},"UpdateExpression":"SET #c = if_not_exists(#c, :zero) + :one",\
                "ConditionExpression":"attribute_exists(pk)","ExpressionAttributeNames":{"#c":"count"},\
                "ExpressionAttributeValues":{":zero":{"N":"0"},":one":{"N":"1"}}}}""".formatted(table, key(item));
    }

    private String check(int item) {
        return "{\"ConditionCheck\":{\"TableName\":\"%s\",\"Key\":{%s},\"ConditionExpression\":\"attribute_exists(pk)\"}}"
                .formatted(table, key(item));
    }

    private String putAction(int item) {
        return "{\"Put\":" + put(item) + "}";
    }

    /** An array for so many items, none of them twice. */
    private String batch(int size, IntFunction<String> element) {
        return random.ints(0, PARTITIONS * ITEMS)
                .distinct()
                .limit(size)
                .mapToObj(element)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String put(int item) {
        return "{\"TableName\":\"%s\",\"Item\":%s}".formatted(table, item(item));
    }

    private String item(int item) {
        return "{%s,%s}".formatted(key(item), shape == Shape.RECORD ? record(item) : filler(item));
    }

    private static String filler(int item) {
        return "\"name\":{\"S\":\"passenger %d\"},\"filler\":{\"S\":\"%s\"},\"seat\":{\"N\":\"%d\"}"
                .formatted(item, FILLER, item);
    }

    private static String record(int item) {
        return """
                "surname":{"S":"SCHWARZENBERG"},"givenName":{"S":"ANNE MARGARETE"},"booking":{"S":"X%05d"},\
                "ticket":{"S":"220-24%08d"},"flight":{"S":"XX0481"},"date":{"S":"2026-11-23"},"from":{"S":"MUC"},\
                "to":{"S":"JFK"},"cabin":{"S":"ECONOMY"},"seat":{"S":"%dC"},"sequence":{"N":"%d"},"bags":{"N":"2"},\
                "bagWeight":{"N":"31.5"},"status":{"S":"CHECKED_IN"},"checkedInAt":{"S":"2026-11-22T18:04:51Z"},\
                "contact":{"M":{"mail":{"S":"anne.schwarzenberg@example.com"},"phone":{"S":"+49 89 5550 1234"}}},\
                "services":{"L":[{"S":"VEGETARIAN_MEAL"},{"S":"EXTRA_LEGROOM"}]},"remarks":{"S":"Connects from XX0112; an aisle seat is preferred."},"boarded":{"BOOL":false}""".formatted(item, item, item % 60, item);
    }

    private static String key(int item) {
        return "\"pk\":{\"S\":\"p%d\"},\"sk\":{\"N\":\"%d\"}".formatted(item % PARTITIONS, item / PARTITIONS);
    }

    private SignedRequest sign(String operation, String json) {
        return SignedRequest.of(endpoint, operation, json);
    }
}
