package org.extenddb.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.PolicyAuthorizer;
import org.extenddb.auth.ResourcePolicies;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.PrincipalPolicies;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.storage.BackupStore.Filter;
import org.extenddb.engine.Pipelines;
import org.extenddb.engine.RequestPipeline;
import org.extenddb.engine.WireRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Backups, exports and imports are their account's alone: whoever may do everything in another one is denied, and learns not even whether
 * there is what was asked for.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/backuprestore_IAM.html">Using IAM with DynamoDB
 *     backup and restore</a>
 */
class OtherAccountTest {
    private static final AccountId OTHER = new AccountId("999999999999");
    private static final String OF_OWNER = "000000000000";
    private static final List<Caller> OTHERS = List.of(Caller.root(OTHER, "AKIDOTHER"), eve());
    private static final String ID = "[0-9]{14}-[0-9a-f]{8}";

    private final TableServer server = new TableServer();
    private Caller sender = OTHERS.get(0);
    private final RequestPipeline guarded = Pipelines.of(
            server.operations,
            request -> new Authenticated(sender, TableServer.SENDER.region()),
            new PolicyAuthorizer(server.catalog, new ResourcePolicies()));
    private String backup = "";
    private String exported = "";
    private String imported = "";

    private static Caller eve() {
        String all = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";
        return new Caller(
                new Principal.User(OTHER, "arn:aws:iam::" + OTHER + ":user/eve", "eve", "AIDAEXAMPLE", Map.of(), null),
                "AKIDEVE",
                new PrincipalPolicies(List.of(new NamedPolicy("all", PolicyDocument.parse(all))), null, List.of()));
    }

    @BeforeEach
    void ownerHasOneOfEach() {
        asOwner(
                "CreateTable",
                "{'TableName':'source','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':[{'AttributeName':'a','AttributeType':'S'}],"
                        + "'KeySchema':[{'AttributeName':'a','KeyType':'HASH'}]}");
        asOwner(
                "UpdateContinuousBackups",
                "{'TableName':'source','PointInTimeRecoverySpecification':{'PointInTimeRecoveryEnabled':true}}");
        backup = arn(asOwner("CreateBackup", "{'TableName':'source','BackupName':'first'}"), "BackupArn");
        StoredBackup begun = server.backend
                .backups()
                .list(
                        TableServer.SENDER.caller().account(),
                        TableServer.SENDER.region(),
                        new Filter(null, null, null, null),
                        null,
                        1)
                .get(0);
        server.backend.backups().update(begun.with(Status.AVAILABLE), Status.CREATING);
        exported = arn(
                asOwner(
                        "ExportTableToPointInTime",
                        "{'TableArn':'arn:aws:dynamodb:us-east-1:000000000000:table/source','S3Bucket':'bucket'}"),
                "ExportArn");
        imported = arn(
                asOwner(
                        "ImportTable",
                        "{'S3BucketSource':{'S3Bucket':'bucket'},'InputFormat':'DYNAMODB_JSON','TableCreationParameters':"
                                + "{'TableName':'target','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':[{'AttributeName':'a',"
                                + "'AttributeType':'S'}],'KeySchema':[{'AttributeName':'a','KeyType':'HASH'}]}}"),
                "ImportArn");
    }

    @Test
    void anotherAccountsArn_isDeniedWhetherItIsThereOrNot() {
        for (Caller other : OTHERS) {
            sender = other;
            assertDenied("DescribeBackup", "{'BackupArn':'%s'}", backup);
            assertDenied("DeleteBackup", "{'BackupArn':'%s'}", backup);
            assertDenied("RestoreTableFromBackup", "{'BackupArn':'%s','TargetTableName':'mine'}", backup);
            assertDenied("DescribeExport", "{'ExportArn':'%s'}", exported);
            assertDenied("DescribeImport", "{'ImportArn':'%s'}", imported);
        }
        assertNothingChanged();
    }

    /** The id of somebody else's under one's own account is that of nothing. */
    @Test
    void anotherAccountsId_underOnesOwnAccount_isNotThere() {
        for (Caller other : OTHERS) {
            sender = other;
            assertNone("DescribeBackup", "{'BackupArn':'%s'}", backup);
            assertNone("DeleteBackup", "{'BackupArn':'%s'}", backup);
            assertNone("RestoreTableFromBackup", "{'BackupArn':'%s','TargetTableName':'mine'}", backup);
            assertNone("DescribeExport", "{'ExportArn':'%s'}", exported);
            assertNone("DescribeImport", "{'ImportArn':'%s'}", imported);
        }
        assertNothingChanged();
    }

    @Test
    void lists_haveNothingOfAnotherAccount() {
        for (Caller other : OTHERS) {
            sender = other;
            for (String asked : List.of(
                    "{}",
                    "{'BackupType':'ALL'}",
                    "{'TableName':'source'}",
                    "{'TableName':'arn:aws:dynamodb:us-east-1:000000000000:table/source'}",
                    "{'ExclusiveStartBackupArn':'" + backup.replaceAll(ID, "01000000000000-00000000") + "'}")) {
                assertThat(asOther("ListBackups", asked)).as(asked).isEqualTo("{\"BackupSummaries\":[]}");
            }
            assertThat(asOther("ListExports", "{}")).isEqualTo("{\"ExportSummaries\":[]}");
            assertThat(asOther("ListImports", "{}")).isEqualTo("{\"ImportSummaryList\":[]}");
            assertThat(asOther("ListExports", ofTable(exported))).contains("AccessDeniedException");
            assertThat(asOther("ListImports", ofTable(imported))).contains("AccessDeniedException");
        }
    }

    private static String ofTable(String arn) {
        return "{'TableArn':'" + arn.replaceAll("/(export|import)/.*", "") + "'}";
    }

    private void assertDenied(String operation, String request, String arn) {
        String answer = asOther(operation, request.formatted(arn));
        assertThat(answer)
                .contains("AccessDeniedException")
                .contains("User: " + sender.arn() + " is not authorized to perform: dynamodb:" + operation
                        + " on resource: " + arn
                        + " because no resource-based policy allows the dynamodb:" + operation + " action");
        String absent = arn.replaceAll(ID, "01489602797149-73d8d5bc");
        assertThat(asOther(operation, request.formatted(absent))).isEqualTo(answer.replace(arn, absent));
    }

    private void assertNone(String operation, String request, String arn) {
        String own = arn.replace(OF_OWNER, OTHER.value());
        assertThat(asOther(operation, request.formatted(own)))
                .containsPattern("(Backup|Export|Import)NotFoundException")
                .doesNotContain(OF_OWNER);
    }

    private void assertNothingChanged() {
        assertThat(asOwner("DescribeBackup", "{'BackupArn':'" + backup + "'}")).contains("AVAILABLE");
        assertThat(server.catalog.find(new TableAddress(OTHER, TableServer.SENDER.region(), "mine")))
                .isNull();
    }

    private String asOwner(String operation, String json) {
        return text(server.post(operation, json.replace('\'', '"')).body());
    }

    private String asOther(String operation, String json) {
        return text(guarded.handle(WireRequests.post("DynamoDB_20120810." + operation, json.replace('\'', '"')))
                .body());
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String arn(String answer, String member) {
        Matcher matcher = Pattern.compile("\"" + member + "\":\"([^\"]+)\"").matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group(1);
    }
}
