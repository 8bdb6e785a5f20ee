package org.extenddb.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.extenddb.auth.PrincipalIds;
import org.extenddb.config.TableConfig;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.memory.MemoryAccessKeyStore;
import org.extenddb.core.storage.memory.MemoryIdentityStore;
import org.extenddb.core.storage.memory.NobodyListens;
import org.extenddb.core.wire.WireResponse;
import org.extenddb.engine.Operation;
import org.extenddb.engine.batch.BatchGetItem;
import org.extenddb.engine.batch.BatchWriteItem;
import org.extenddb.engine.data.TableLifecycle;
import org.extenddb.engine.data.Tables;
import org.extenddb.engine.item.DeleteItem;
import org.extenddb.engine.item.GetItem;
import org.extenddb.engine.item.PutItem;
import org.extenddb.engine.item.UpdateItem;
import org.extenddb.engine.policy.BoundPolicies;
import org.extenddb.engine.policy.PutResourcePolicy;
import org.extenddb.engine.policy.TablePolicies;
import org.extenddb.engine.query.Query;
import org.extenddb.engine.query.Scan;
import org.extenddb.engine.transaction.TransactGetItems;
import org.extenddb.engine.transaction.TransactWriteItems;
import org.extenddb.storage.jpa.TestStorage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Strings that PostgreSQL or UTF-8 cannot hold, in every member of every operation that leads to a statement: the client's fault, or
 * taken and given back, but never the server's fault.
 */
class StringsOnPostgreSqlTest {
    /** As JSON escapes: U+0000, halves of a surrogate pair, what stands for U+0000 in the catalogue, SQL and paths. */
    private static final List<String> STRINGS = List.of(
            "\\u0000",
            "a\\u0000b",
            "\\ud800",
            "b\\udc00\\ud800",
            "\\udbff\\udfff",
            "\\udbff\\udfff0\\u0000",
            "\\u0027 OR 1=1; DROP TABLE ddb_item; --",
            "../$$;${x}");

    /** {@code @} stands for the string, {@code TABLE} for a table with the key pk, {@code NEW} for a name that is free. */
    private static final List<String> REQUESTS = List.of(
            "CreateTable " + table("@", "", ""),
            "CreateTable "
                    + table("pk", ",{'AttributeName':'@','AttributeType':'N'}", "")
                            .replace("'HASH'}]", "'HASH'},{'AttributeName':'@','KeyType':'RANGE'}]"),
            "CreateTable "
                    + table(
                            "pk",
                            ",{'AttributeName':'@','AttributeType':'B'}",
                            ",'GlobalSecondaryIndexes':[" + index("by-g", "@", "'ProjectionType':'ALL'") + "]"),
            "CreateTable "
                    + table(
                            "pk",
                            "",
                            ",'GlobalSecondaryIndexes':["
                                    + index("by-g", "pk", "'ProjectionType':'INCLUDE','NonKeyAttributes':['@','n']")
                                    + "]"),
            "CreateTable "
                    + table(
                            "pk",
                            "",
                            ",'GlobalSecondaryIndexes':[" + index("by-@", "pk", "'ProjectionType':'ALL'") + "]"),
            "CreateTable " + table("pk", "", ",'Tags':[{'Key':'@','Value':'v'}]"),
            "CreateTable " + table("pk", "", ",'Tags':[{'Key':'k','Value':'@'}]"),
            "CreateTable " + table("pk", "", ",'TableClass':'@'"),
            "CreateTable "
                    + table("pk", "", ",'SSESpecification':{'Enabled':true,'SSEType':'KMS','KMSMasterKeyId':'@'}"),
            "CreateTable " + table("pk", "", "").replace("NEW", "NEW@"),
            "CreateTable "
                    + table("@", "", ",'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_IMAGE'}"),
            "UpdateTimeToLive {'TableName':'TABLE','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'@'}}",
            "DescribeTable {'TableName':'TABLE@'}",
            "DescribeTable {'TableName':'arn:aws:dynamodb:us-east-1:000000000000:table/TABLE@'}",
            "DeleteTable {'TableName':'TABLE@'}",
            "ListTables {'ExclusiveStartTableName':'TABLE@'}",
            "UpdateTable {'TableName':'TABLE@','DeletionProtectionEnabled':true}",
            "UpdateTable"
                    + " {'TableName':'TABLE','SSESpecification':{'Enabled':true,'SSEType':'KMS','KMSMasterKeyId':'@'}}",
            "UpdateTable {'TableName':'TABLE','AttributeDefinitions':[{'AttributeName':'@','AttributeType':'S'}],"
                    + "'GlobalSecondaryIndexUpdates':[{'Create':" + index("by-g", "@", "'ProjectionType':'ALL'")
                    + "}]}",
            "UpdateTable {'TableName':'TABLE','AttributeDefinitions':[{'AttributeName':'g','AttributeType':'S'}],"
                    + "'GlobalSecondaryIndexUpdates':[{'Create':"
                    + index("by-g", "g", "'ProjectionType':'INCLUDE','NonKeyAttributes':['@']") + "}]}",
            "UpdateTable {'TableName':'TABLE','GlobalSecondaryIndexUpdates':[{'Delete':{'IndexName':'by-@'}}]}",
            "TagResource"
                    + " {'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/TABLE@','Tags':[{'Key':'k','Value':'v'}]}",
            "TagResource"
                    + " {'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/TABLE','Tags':[{'Key':'@','Value':'@'}]}",
            "UntagResource {'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/TABLE','TagKeys':['@']}",
            "ListTagsOfResource {'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/TABLE','NextToken':'@'}",
            "PutResourcePolicy"
                    + " {'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/TABLE','ExpectedRevisionId':'NO_POLICY',"
                    + "'Policy':'{\\'Statement\\':{\\'Sid\\':\\'@\\',\\'Effect\\':\\'Deny\\',\\'Principal\\':\\'*\\',"
                    + "\\'Action\\':\\'dynamodb:Scan\\',\\'Resource\\':\\'*\\'}}'}",
            "PutItem {'TableName':'TABLE','Item':{'pk':{'S':'@'},'@':{'SS':['@','x']},'m':{'M':{'@':{'S':'@'}}}}}",
            "PutItem {'TableName':'TABLE@','Item':{'pk':{'S':'p'}}}",
            "PutItem {'TableName':'TABLE','Item':{'pk':{'S':'p'}},'Expected':{'@':{'Value':{'S':'@'}}}}",
            "GetItem {'TableName':'TABLE','Key':{'pk':{'S':'@'}},'AttributesToGet':['@']}",
            "UpdateItem {'TableName':'TABLE','Key':{'pk':{'S':'@'}},'UpdateExpression':'SET #n = :v',"
                    + "'ExpressionAttributeNames':{'#n':'@'},'ExpressionAttributeValues':{':v':{'S':'@'}}}",
            "UpdateItem {'TableName':'TABLE','Key':{'pk':{'S':'p'}},'UpdateExpression':'SET @ = @'}",
            "DeleteItem {'TableName':'TABLE','Key':{'pk':{'S':'@'}},'ReturnValues':'@'}",
            "Query {'TableName':'TABLE','IndexName':'by-@','KeyConditionExpression':'pk = :v',"
                    + "'ExpressionAttributeValues':{':v':{'S':'@'}}}",
            "Query {'TableName':'TABLE','KeyConditionExpression':'pk ="
                    + " :v','ExpressionAttributeValues':{':v':{'S':'@'}}}",
            "Scan {'TableName':'TABLE','ExclusiveStartKey':{'pk':{'S':'@'}},'ScanFilter':"
                    + "{'@':{'ComparisonOperator':'BEGINS_WITH','AttributeValueList':[{'S':'@'}]}}}",
            "BatchGetItem {'RequestItems':{'TABLE':{'Keys':[{'pk':{'S':'@'}}]}}}",
            "BatchGetItem {'RequestItems':{'TABLE@':{'Keys':[{'pk':{'S':'p'}}]}}}",
            "BatchWriteItem {'RequestItems':{'TABLE':[{'PutRequest':{'Item':{'pk':{'S':'@'}}}}]}}",
            "BatchWriteItem {'RequestItems':{'TABLE@':[{'DeleteRequest':{'Key':{'pk':{'S':'p'}}}}]}}",
            "TransactWriteItems"
                    + " {'ClientRequestToken':'@','TransactItems':[{'Put':{'TableName':'TABLE','Item':{'pk':{'S':'@'}}}}]}",
            "TransactGetItems {'TransactItems':[{'Get':{'TableName':'TABLE','Key':{'pk':{'S':'@'}}}}]}");

    private final TableServer server = server();

    static Stream<Arguments> cases() {
        return REQUESTS.stream().flatMap(request -> STRINGS.stream().map(text -> Arguments.of(text, request)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("cases")
    void anyMember_stringThatNoColumnHolds_isNoFaultOfTheServer(String text, String request) {
        String table = name();
        requireDone(post("CreateTable " + table("pk", "", "").replace("NEW", table)));

        WireResponse response =
                post(request.replace("TABLE", table).replace("NEW", name()).replace("@", text));

        assertThat(response.status()).as(body(response)).isIn(200, 400);
    }

    /** A half of a surrogate pair becomes a question mark in values; in the name of a member of JSON it is none. */
    @ParameterizedTest
    @MethodSource("strings")
    void createTable_anyNameOfAttributes_isDescribedAndUsed(String text) {
        String table = name();
        String shown = text.replaceAll("\\\\ud800|\\\\udc00", "?");
        String created = table(
                "@",
                "",
                ",'GlobalSecondaryIndexes':["
                        + index("by-g", "@", "'ProjectionType':'INCLUDE','NonKeyAttributes':['@n']") + "]");
        requireDone(post("CreateTable " + created.replace("@", text).replace("NEW", table)));
        String item = "{'@':{'S':'p'},'@n':{'S':'@'}}".replace("@", shown);
        requireDone(post("PutItem {'TableName':'" + table + "','Item':" + item + "}"));

        WireResponse described = post("DescribeTable {'TableName':'" + table + "'}");
        WireResponse read = post("Scan {'TableName':'" + table + "','IndexName':'by-g'}");

        assertThat(body(described))
                .containsIgnoringCase("\"AttributeName\":\"" + raw(shown) + "\"")
                .containsIgnoringCase("\"NonKeyAttributes\":[\"" + raw(shown) + "n\"]");
        assertThat(body(read)).containsIgnoringCase("\"" + raw(shown) + "n\":{\"S\":\"" + raw(shown) + "\"}");
    }

    private static void requireDone(WireResponse response) {
        assertThat(response.status()).as(body(response)).isEqualTo(200);
    }

    static List<String> strings() {
        return STRINGS;
    }

    /** What goes out for an escape that has come in: of these characters only U+0000 needs one. */
    private static String raw(String escaped) {
        return escaped.replace("\\udbff\\udfff", "\uDBFF\uDFFF").replace("\\u0027", "'");
    }

    private WireResponse post(String request) {
        int blank = request.indexOf(' ');
        return server.post(
                request.substring(0, blank), request.substring(blank + 1).replace('\'', '"'));
    }

    private static String body(WireResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String name() {
        return "strings-" + UUID.randomUUID();
    }

    private static String table(String key, String definitions, String more) {
        return "{'TableName':'NEW','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':[{'AttributeName':'" + key
                + "','AttributeType':'S'}" + definitions + "],'KeySchema':[{'AttributeName':'" + key
                + "','KeyType':'HASH'}]" + more + "}";
    }

    private static String index(String name, String key, String projection) {
        return "{'IndexName':'" + name + "','KeySchema':[{'AttributeName':'" + key
                + "','KeyType':'HASH'}],'Projection':{" + projection + "}}";
    }

    private static TableServer server() {
        Backend backend = TestStorage.shared();
        Tables tables = new Tables(backend.tables(), new TableLifecycle(new TableConfig(0)));
        List<Operation<?, ?, ?>> items = List.of(
                new PutItem(tables, backend.items()),
                new GetItem(tables, backend.items()),
                new UpdateItem(tables, backend.items()),
                new DeleteItem(tables, backend.items()),
                new Query(tables, backend.items()),
                new Scan(tables, backend.items()),
                new TransactGetItems(tables, backend.items()),
                new TransactWriteItems(tables, backend.items()),
                new BatchGetItem(tables, backend.items()),
                new BatchWriteItem(tables, backend.items()));
        List<Operation<?, ?, ?>> others = new ArrayList<>(items);
        others.add(new PutResourcePolicy(
                new TablePolicies(backend.tables(), backend.streams(), new TableLifecycle(new TableConfig(0))),
                new BoundPolicies(
                        new PrincipalIds(new MemoryIdentityStore(new MemoryAccessKeyStore(), new NobodyListens())))));
        return new TableServer(backend, others);
    }
}
