package org.extenddb.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.extenddb.auth.Authenticated;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.wire.WireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableLifeTest {
    private final TableServer server = new TableServer();

    // ---- CreateTable

    @Test
    void createTable_withIndexes_takesTheLowestSlots() {
        create("slots", local(1) + "," + global(2));

        TableDefinition table = server.catalog.find(
                new TableAddress(TableServer.SENDER.caller().account(), new Region("us-east-1"), "slots"));
        assertThat(table).isNotNull();
        assertThat(table.indexes().stream().map(IndexDefinition::slot)).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @CsvSource({"5, 20, true", "6, 0, false", "0, 21, false"})
    void createTable_numberOfIndexes_isLimited(int local, int global, boolean accepted) {
        String members = (local == 0 ? "" : local(local))
                + (local > 0 && global > 0 ? "," : "")
                + (global == 0 ? "" : global(global));

        WireResponse response = create("limits", members);

        assertThat(response.status()).as(text(response)).isEqualTo(accepted ? 200 : 400);
        if (!accepted) {
            assertThat(text(response))
                    .contains(
                            local > 5
                                    ? "Number of LocalSecondaryIndexes exceeds per-table limit of 5"
                                    : "GlobalSecondaryIndex count exceeds the per-table limit of 20");
        }
    }

    @Test
    void createTable_withResourcePolicy_hasItAtOnce_andAsksForTheRightToPutIt() {
        String policy = "{'Statement':{'Effect':'Deny','Principal':'*','Action':'dynamodb:Scan','Resource':'*'}}";

        create("guarded", "\"ResourcePolicy\":\"" + policy.replace("'", "\\\"") + "\"");

        assertThat(server.asked.stream().map(AccessRequest::action))
                .containsExactly("dynamodb:CreateTable", "dynamodb:PutResourcePolicy");
        TableDefinition table = server.catalog.find(
                new TableAddress(TableServer.SENDER.caller().account(), new Region("us-east-1"), "guarded"));
        assertThat(table).isNotNull();
        assertThat(table.policies().ofTable()).isNotNull();
        assertThat(table.policies().ofTable().text()).isEqualTo(policy.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | Syntax errors in policy.",
                "{'Statement':{'Effect':'Deny','Principal':'*','Action':'dynamodb:ListTables','Resource':'*'}} | action names",
                "{'Statement':{'Effect':'Deny','Principal':{'AWS':'arn:aws:iam::999999999999:user/none'},'Action':'dynamodb:Scan','Resource':'*'}} | Invalid principal in policy"
            },
            quoteCharacter = '~')
    void createTable_withResourcePolicyThatIsNone_isRefused(String policy, String fault) {
        WireResponse response = create("unguarded", "\"ResourcePolicy\":\"" + policy.replace("'", "\\\"") + "\"");

        assertThat(text(response)).contains("ValidationException", fault);
        assertThat(server.catalog.find(
                        new TableAddress(TableServer.SENDER.caller().account(), new Region("us-east-1"), "unguarded")))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "HHHHRRRR, ''",
        "HRHR, must precede RANGE",
        "RH, first KeySchemaElement",
        "HHHHHR, number of HASH key attributes",
        "HRRRRR, number of RANGE key attributes"
    })
    void createTable_globalKeyOfSeveralAttributes_isLimitedToFourOfAKind(String types, String fault) {
        String key = IntStream.range(0, types.length())
                .mapToObj(i -> key("k" + i, types.charAt(i) == 'H' ? "HASH" : "RANGE"))
                .collect(Collectors.joining(","));
        String definitions = IntStream.range(0, types.length())
                .mapToObj(i -> definition("k" + i))
                .collect(Collectors.joining(","));

        WireResponse response = server.post(
                "CreateTable",
                "{\"TableName\":\"multi\",\"BillingMode\":\"PAY_PER_REQUEST\",\"AttributeDefinitions\":[" + definitions
                        + "],\"KeySchema\":[" + key("k0", "HASH")
                        + "],\"GlobalSecondaryIndexes\":[{\"IndexName\":\"gsi\",\"KeySchema\":[" + key
                        + "],\"Projection\":{\"ProjectionType\":\"ALL\"}}]}");

        assertThat(text(response)).contains(fault);
        assertThat(response.status()).isEqualTo(fault.isEmpty() ? 200 : 400);
    }

    @Test
    void createTable_sameNameInAnotherRegion_isAnotherTable() {
        create("twice", "");
        server.sender = new Authenticated(TableServer.SENDER.caller(), new Region("local"));

        assertThat(text(server.post("DescribeTable", "{\"TableName\":\"twice\"}")))
                .contains("ResourceNotFoundException");
        assertThat(create("twice", "").status()).isEqualTo(200);
    }

    // ---- CREATING

    @Test
    void describeTable_withinCreatingSeconds_showsCreatingThenActive() {
        TableServer slow = new TableServer(60);
        slow.post("CreateTable", request("slow", ""));

        assertThat(text(slow.post("DescribeTable", "{\"TableName\":\"slow\"}")))
                .contains("\"TableStatus\":\"CREATING\"");
        assertThat(text(slow.post("DeleteTable", "{\"TableName\":\"slow\"}")))
                .contains("ResourceInUseException")
                .contains("Attempt to change a resource which is still in use: Table is being created: slow");
        assertThat(text(slow.post("UpdateTable", "{\"TableName\":\"slow\",\"DeletionProtectionEnabled\":true}")))
                .contains("ResourceInUseException");

        slow.wait(Duration.ofSeconds(61));
        assertThat(text(slow.post("DescribeTable", "{\"TableName\":\"slow\"}"))).contains("\"TableStatus\":\"ACTIVE\"");
        assertThat(slow.post("DeleteTable", "{\"TableName\":\"slow\"}").status())
                .isEqualTo(200);
    }

    // ---- ListTables

    @Test
    void listTables_moreThanAPage_namesTheLastOne() {
        List.of("ccc", "aaa", "bbb").forEach(name -> create(name, ""));

        assertThat(text(server.post("ListTables", "{\"Limit\":2}")))
                .isEqualTo("{\"LastEvaluatedTableName\":\"bbb\",\"TableNames\":[\"aaa\",\"bbb\"]}");
        assertThat(text(server.post("ListTables", "{\"Limit\":2,\"ExclusiveStartTableName\":\"bbb\"}")))
                .isEqualTo("{\"TableNames\":[\"ccc\"]}");
        assertThat(text(server.post("ListTables", "{\"Limit\":3}")))
                .isEqualTo("{\"TableNames\":[\"aaa\",\"bbb\",\"ccc\"]}");
    }

    // ---- UpdateTable

    @Test
    void updateTable_fifthDecreaseWithinTheHour_isRefusedUntilTheHourIsOver() {
        server.post("CreateTable", provisioned("down", 100));
        for (int units = 99; units > 95; units--) {
            assertThat(lower(units).status()).isEqualTo(200);
        }

        assertThat(text(lower(95)))
                .contains("LimitExceededException")
                .contains("Number of decreases today: 4. Last decrease at ");
        server.wait(Duration.ofHours(25));
        assertThat(lower(95).status()).isEqualTo(200);
        assertThat(text(server.post("DescribeTable", "{\"TableName\":\"down\"}")))
                .contains("\"NumberOfDecreasesToday\":1");
    }

    /** Four decreases whenever one likes, and further ones an hour after the last. */
    @Test
    void updateTable_decreaseAfterAnHourOfTheSameDay_isOneMore() {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        server.wait(
                Duration.between(now, now.toLocalDate().plusDays(1).atTime(2, 0).atZone(ZoneOffset.UTC)));
        server.post("CreateTable", provisioned("down", 100));
        for (int units = 99; units > 95; units--) {
            assertThat(lower(units).status()).isEqualTo(200);
        }

        server.wait(Duration.ofMinutes(59));
        assertThat(text(lower(95))).contains("LimitExceededException");
        server.wait(Duration.ofMinutes(2));
        assertThat(lower(95).status()).isEqualTo(200);
        assertThat(text(lower(94)))
                .contains("LimitExceededException")
                .contains("Number of decreases today: 5. Last decrease at ");
    }

    // ---- IAM

    @Test
    void resources_perOperation_areWhatIamKnows() {
        String arn = "arn:aws:dynamodb:us-east-1:000000000000:table/abc";
        create("abc", "");
        server.post("DescribeTable", "{\"TableName\":\"abc\"}");
        server.post("UpdateTable", "{\"TableName\":\"abc\",\"DeletionProtectionEnabled\":false}");
        server.post("DeleteTable", "{\"TableName\":\"" + arn + "\"}");
        server.post("ListTables", "{}");
        server.post("DescribeLimits", "{}");
        server.post("DescribeEndpoints", "{}");

        assertThat(server.asked)
                .containsExactly(
                        new AccessRequest("dynamodb:CreateTable", arn),
                        new AccessRequest("dynamodb:DescribeTable", arn),
                        new AccessRequest("dynamodb:UpdateTable", arn),
                        new AccessRequest("dynamodb:DeleteTable", arn),
                        new AccessRequest("dynamodb:ListTables", "*"),
                        new AccessRequest("dynamodb:DescribeLimits", "*"),
                        new AccessRequest("dynamodb:DescribeEndpoints", "*"));
    }

    private WireResponse create(String name, String indexes) {
        return server.post("CreateTable", request(name, indexes));
    }

    private WireResponse lower(int units) {
        return server.post(
                "UpdateTable",
                "{\"TableName\":\"down\",\"ProvisionedThroughput\":{\"ReadCapacityUnits\":" + units
                        + ",\"WriteCapacityUnits\":1}}");
    }

    private static String provisioned(String name, int units) {
        return "{\"TableName\":\"" + name + "\",\"AttributeDefinitions\":[" + definition("a") + "],\"KeySchema\":["
                + key("a", "HASH") + "],\"ProvisionedThroughput\":{\"ReadCapacityUnits\":" + units
                + ",\"WriteCapacityUnits\":1}}";
    }

    private static String request(String name, String indexes) {
        return "{\"TableName\":\"" + name + "\",\"BillingMode\":\"PAY_PER_REQUEST\",\"AttributeDefinitions\":["
                + definition("a") + "," + definition("b") + "],\"KeySchema\":[" + key("a", "HASH") + ","
                + key("b", "RANGE") + "]" + (indexes.isEmpty() ? "" : "," + indexes) + "}";
    }

    private static String local(int count) {
        return indexes("LocalSecondaryIndexes", "lsi", key("a", "HASH") + "," + key("b", "RANGE"), count);
    }

    private static String global(int count) {
        return indexes("GlobalSecondaryIndexes", "gsi", key("b", "HASH"), count);
    }

    private static String indexes(String member, String prefix, String key, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"IndexName\":\"" + prefix + i + "\",\"KeySchema\":[" + key
                        + "],\"Projection\":{\"ProjectionType\":\"ALL\"}}")
                .collect(Collectors.joining(",", "\"" + member + "\":[", "]"));
    }

    private static String key(String name, String type) {
        return "{\"AttributeName\":\"" + name + "\",\"KeyType\":\"" + type + "\"}";
    }

    private static String definition(String name) {
        return "{\"AttributeName\":\"" + name + "\",\"AttributeType\":\"S\"}";
    }

    private static String text(WireResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
