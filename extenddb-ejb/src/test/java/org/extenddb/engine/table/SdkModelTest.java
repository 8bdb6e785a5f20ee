package org.extenddb.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.extenddb.engine.data.DataPlane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every constraint of the AWS SDKs' model of DynamoDB is broken once, in a request that is fine otherwise, and has to be named in the
 * answer. Where DynamoDB itself answers in other words than its model's, {@code sdk-model-elsewhere.txt} says so.
 */
class SdkModelTest {
    private static final String ELSEWHERE = "sdk-model-elsewhere.txt";
    private static final Map<String, String> MINIMAL = minimal();

    private final TableServer tables = new TableServer();
    private final DataPlane items = new DataPlane();

    /** One line of the model. */
    record Constraint(String operation, String member, String kind, List<String> arguments) {
        static Constraint parse(String line) {
            String[] words = line.split(" ");
            return new Constraint(words[0], words[1], words[2], List.of(words).subList(3, words.length));
        }

        String name() {
            return operation + " " + member + " " + kind;
        }

        /** Values that break it; null for an absent member. */
        List<Object> violations() {
            return switch (kind) {
                case "required" -> Collections.singletonList(null);
                case "enum" -> List.of("X");
                case "pattern" -> List.of("bad!name");
                case "range" -> numbers();
                case "length" -> texts();
                default -> lists();
            };
        }

        private List<Object> numbers() {
            List<Object> values = new ArrayList<>();
            limit(0).ifPresent(min -> values.add(min - 1));
            limit(1).ifPresent(max -> values.add(max + 1));
            return values;
        }

        private List<Object> texts() {
            List<Object> values = new ArrayList<>();
            limit(0).filter(min -> min > 0).ifPresent(min -> values.add("x".repeat((int) (min - 1))));
            limit(1).ifPresent(max -> values.add("x".repeat((int) (max + 1))));
            return values;
        }

        private List<Object> lists() {
            List<Object> values = new ArrayList<>();
            limit(0).filter(min -> min > 0).ifPresent(min -> values.add(List.of()));
            limit(1).ifPresent(max -> values.add(Collections.nCopies((int) (max + 1), element())));
            return values;
        }

        private Object element() {
            return member.endsWith("Attributes") ? "x" : Map.of();
        }

        private Optional<Long> limit(int at) {
            return arguments.get(at).equals("-") ? Optional.empty() : Optional.of(Long.valueOf(arguments.get(at)));
        }

        String expected(Object value) {
            String failed = "at '" + member + "' failed to satisfy constraint: Member must ";
            return switch (kind) {
                case "required" -> "Value null " + failed + "not be null";
                case "enum" -> "Value 'X' " + failed + "satisfy enum value set: [";
                case "pattern" ->
                    "Value 'bad!name' " + failed + "satisfy regular expression pattern: " + arguments.get(0);
                case "range" ->
                    "Value '" + value + "' " + failed + "have value "
                            + bound((Long) value < limit(0).orElse(Long.MIN_VALUE));
                case "length" ->
                    "Value '" + value + "' " + failed + "have length "
                            + bound(((String) value).length() < limit(0).orElse(0L));
                default -> failed + "have length " + bound(((List<?>) value).isEmpty());
            };
        }

        private String bound(boolean below) {
            return below ? "greater than or equal to " + arguments.get(0) : "less than or equal to " + arguments.get(1);
        }
    }

    static Stream<Constraint> constraints() throws IOException {
        Set<String> elsewhere = elsewhere();
        return lines("sdk-model.txt")
                .map(Constraint::parse)
                .filter(constraint -> !elsewhere.contains(constraint.name()));
    }

    @ParameterizedTest
    @MethodSource("constraints")
    void constraint_broken_isNamed(Constraint constraint) {
        for (Object violation : constraint.violations()) {
            String request = request(constraint, violation);
            String answer = answer(constraint.operation(), request);
            assertThat(answer)
                    .as(constraint + ": " + request.substring(0, Math.min(request.length(), 300)))
                    .contains("validation error")
                    .contains(constraint.expected(violation));
            if (constraint.kind().equals("enum")) {
                assertThat(named(answer, constraint)).isEqualTo(new TreeSet<>(constraint.arguments()));
            }
        }
    }

    @Test
    void elsewhere_everyLine_isOfTheModel() throws IOException {
        Set<String> known = lines("sdk-model.txt")
                .map(Constraint::parse)
                .map(Constraint::name)
                .collect(Collectors.toSet());
        assertThat(known).hasSizeGreaterThan(100).containsAll(elsewhere());
    }

    private static Set<String> named(String answer, Constraint constraint) {
        String text = answer.substring(answer.indexOf(constraint.expected("X")));
        String names = text.substring(text.indexOf('[') + 1, text.indexOf(']'));
        return new TreeSet<>(List.of(names.split(", ")));
    }

    private String answer(String operation, String request) {
        return tables.operations.stream().anyMatch(known -> known.spec().name().equals(operation))
                ? new String(tables.post(operation, request).body(), StandardCharsets.UTF_8)
                : items.answer(operation, request);
    }

    // ---- requests

    private static Map<String, String> minimal() {
        String key = "'Key':{'pk':{'S':'a'}}";
        String table = "'TableName':'hash'";
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put(
                "CreateTable",
                "'TableName':'abc','AttributeDefinitions':[],'KeySchema':[{'AttributeName':'a','KeyType':'HASH'}]");
        requests.put("UpdateTable", "'TableName':'abc'");
        requests.put("DescribeTable", "'TableName':'abc'");
        requests.put("DeleteTable", "'TableName':'abc'");
        requests.put("ListTables", "");
        requests.put("PutItem", table + ",'Item':{'pk':{'S':'a'}}");
        requests.put("GetItem", table + "," + key);
        requests.put("DeleteItem", table + "," + key);
        requests.put("UpdateItem", table + "," + key);
        requests.put(
                "Query", table + ",'KeyConditionExpression':'pk = :p','ExpressionAttributeValues':{':p':{'S':'a'}}");
        requests.put("Scan", table);
        requests.put("BatchGetItem", "'RequestItems':{'hash':{'Keys':[{'pk':{'S':'a'}}]}}");
        requests.put("BatchWriteItem", "'RequestItems':{'hash':[{'DeleteRequest':{" + key + "}}]}");
        requests.put("TransactGetItems", "'TransactItems':[{'Get':{" + table + "," + key + "}}]");
        requests.put("TransactWriteItems", "'TransactItems':[{'Delete':{" + table + "," + key + "}}]");
        requests.put("TagResource", "'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/abc','Tags':[]");
        requests.put("UntagResource", "'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/abc','TagKeys':[]");
        requests.put("ListTagsOfResource", "'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/abc'");
        return requests;
    }

    /** The minimal request with one member, however deep, instead of what it has at its top. */
    private static String request(Constraint constraint, @Nullable Object violation) {
        String[] path = constraint.member().split("\\.");
        String top = capital(path[0]);
        String others = Stream.of(topMembers(MINIMAL.get(constraint.operation())))
                .filter(member -> !member.isEmpty() && !member.startsWith("'" + top + "':"))
                .collect(Collectors.joining(","));
        String member = path.length == 1 && violation == null ? "" : json(top) + ":" + nested(path, 1, violation);
        return "{" + others.replace('\'', '"') + (others.isEmpty() || member.isEmpty() ? "" : ",") + member + "}";
    }

    private static String nested(String[] path, int at, @Nullable Object violation) {
        if (at == path.length) {
            return json(violation);
        }
        if (path[at].equals("1")) {
            return "[" + nested(path, at + 2, violation) + "]";
        }
        boolean absent = at == path.length - 1 && violation == null;
        return absent ? "{}" : "{" + json(capital(path[at])) + ":" + nested(path, at + 1, violation) + "}";
    }

    /** The members of an object's text, cut at the commas that are in no bracket. */
    private static String[] topMembers(String text) {
        List<String> members = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                members.add(text.substring(start, i));
                start = i + 1;
            }
        }
        members.add(text.substring(start));
        return members.toArray(String[]::new);
    }

    private static String json(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(SdkModelTest::json).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Map<?, ?>) {
            return "{}";
        }
        return value instanceof String ? '"' + value.toString() + '"' : String.valueOf(value);
    }

    private static String capital(String member) {
        return Character.toUpperCase(member.charAt(0)) + member.substring(1);
    }

    // ---- resources

    private static Set<String> elsewhere() throws IOException {
        return lines(ELSEWHERE).collect(Collectors.toSet());
    }

    private static Stream<String> lines(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(SdkModelTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        }
    }
}
