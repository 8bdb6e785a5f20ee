package org.extenddb.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Queries one partition page by page, from its first item to its last: {@code Paging [--items=100000] [--rounds=5] [--limit=0]
 * [--backward] name=url[#pid]}, where a limit of 0 means pages of 1 MB. Tells what the pages of each tenth of the way cost, of each
 * page the best of all rounds, and how much heap the server, the first process named, has in use at the end of each.
 */
public final class Paging {
    private static final String TABLE = "paging";
    private static final String FILLER = "x".repeat(340);
    private static final int BATCH = 25;
    private static final int TENTHS = 10;
    private static final int MOST_PAGES = 100_000;
    private static final Pattern LAST_KEY = Pattern.compile("\"LastEvaluatedKey\":(\\{.*\\})\\}$");

    private final PrintStream out;
    private int items = 100_000;
    private int rounds = 5;
    private int limit;
    private boolean forward = true;

    private Paging(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Paging paging = new Paging(System.out);
        for (String argument : args) {
            String value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("--items=")) {
                paging.items = Integer.parseInt(value);
            } else if (argument.startsWith("--rounds=")) {
                paging.rounds = Integer.parseInt(value);
            } else if (argument.startsWith("--limit=")) {
                paging.limit = Integer.parseInt(value);
            } else if (argument.equals("--backward")) {
                paging.forward = false;
            } else {
                paging.run(Endpoint.parse(argument));
            }
        }
    }

    private void run(Endpoint endpoint) throws IOException, InterruptedException {
        fill(endpoint);
        try (Connection connection = new Connection(endpoint)) {
            // The first ways warm the server up.
            walk(endpoint, connection, page -> {});
            long[] best = walk(endpoint, connection, page -> {});
            for (int round = 0; round < rounds; round++) {
                long[] nanos = walk(endpoint, connection, page -> {});
                Arrays.setAll(best, page -> Math.min(best[page], nanos[page]));
            }
            print(endpoint, best, heap(endpoint, connection, best.length));
        }
    }

    private void fill(Endpoint endpoint) throws IOException, InterruptedException {
        try (Connection connection = new Connection(endpoint)) {
            if (connection.call(sign(endpoint, "ListTables", "{}")).contains("\"" + TABLE + "\"")) {
                connection.call(sign(endpoint, "DeleteTable", "{\"TableName\":\"" + TABLE + "\"}"));
            }
            connection.call(sign(endpoint, "CreateTable", """
                    {"TableName":"%s","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},\
                    {"AttributeName":"sk","KeyType":"RANGE"}],"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},\
                    {"AttributeName":"sk","AttributeType":"N"}]}""".formatted(TABLE)));
        }
        Load.each(
                endpoint,
                IntStream.range(0, items / BATCH)
                        .mapToObj(batch -> sign(endpoint, "BatchWriteItem", batch(batch)))
                        .toList());
    }

    private static String batch(int number) {
        return IntStream.range(number * BATCH, (number + 1) * BATCH)
                .mapToObj(item ->
                        "{\"PutRequest\":{\"Item\":{\"pk\":{\"S\":\"p\"},\"sk\":{\"N\":\"%d\"},\"filler\":{\"S\":\"%s\"}}}}"
                                .formatted(item, FILLER))
                .collect(Collectors.joining(",", "{\"RequestItems\":{\"" + TABLE + "\":[", "]}}"));
    }

    /** The nanoseconds of each page. */
    private long[] walk(Endpoint endpoint, Connection connection, IntConsumer afterPage) throws IOException {
        long[] nanos = new long[MOST_PAGES];
        int page = 0;
        for (String start = ""; start != null; page++) {
            SignedRequest request = sign(endpoint, "Query", query(start));
            long before = System.nanoTime();
            connection.call(request);
            nanos[page] = System.nanoTime() - before;
            start = lastKey(connection);
            afterPage.accept(page);
        }
        return Arrays.copyOf(nanos, page);
    }

    private static @Nullable String lastKey(Connection connection) {
        Matcher last = LAST_KEY.matcher(connection.end());
        return last.find() ? last.group(1) : null;
    }

    /** Megabytes in use: before the way, at the end of each tenth of it, and after it without garbage. */
    private long[] heap(Endpoint endpoint, Connection connection, int pages) throws IOException {
        long[] megabytes = new long[TENTHS + 2];
        if (endpoint.processes().isEmpty()) {
            return megabytes;
        }
        ServerHeap heap = new ServerHeap(endpoint.processes().get(0));
        megabytes[0] = heap.live();
        walk(endpoint, connection, page -> {
            int tenth = (page + 1) * TENTHS / pages;
            if (tenth > page * TENTHS / pages) {
                megabytes[tenth] = heap.used();
            }
        });
        megabytes[TENTHS + 1] = heap.live();
        return megabytes;
    }

    private void print(Endpoint endpoint, long[] nanos, long[] heap) {
        out.printf(
                "%s: %d items in %d pages, %s; best of %d rounds%n",
                endpoint.name(), items, nanos.length, forward ? "forward" : "backward", rounds + 1);
        out.printf("live heap before: %d MB%n", heap[0]);
        out.printf("%-16s %10s %10s %10s %10s%n", "pages", "median us", "least us", "most us", "heap MB");
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            int from = tenth * nanos.length / TENTHS;
            int to = (tenth + 1) * nanos.length / TENTHS;
            long[] part = Arrays.copyOfRange(nanos, from, to);
            Arrays.sort(part);
            if (part.length > 0) {
                out.printf(
                        Locale.ROOT,
                        "%-16s %10d %10d %10d %10d%n",
                        (from + 1) + " to " + to,
                        part[part.length / 2] / 1000,
                        part[0] / 1000,
                        part[part.length - 1] / 1000,
                        heap[tenth + 1]);
            }
        }
        out.printf("live heap after: %d MB%n", heap[TENTHS + 1]);
    }

    private String query(String start) {
        return """
                {"TableName":"%s","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"p"}},\
                "ScanIndexForward":%s%s%s}""".formatted(
                        TABLE,
                        forward,
                        limit == 0 ? "" : ",\"Limit\":" + limit,
                        start.isEmpty() ? "" : ",\"ExclusiveStartKey\":" + start);
    }

    private static SignedRequest sign(Endpoint endpoint, String operation, String json) {
        return SignedRequest.of(endpoint, operation, json);
    }
}
