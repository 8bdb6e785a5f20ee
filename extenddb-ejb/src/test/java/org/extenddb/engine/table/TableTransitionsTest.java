package org.extenddb.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.extenddb.config.QuotaConfig;
import org.extenddb.core.job.JobFilter;
import org.extenddb.core.wire.WireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shows while a table is in transition, and what is refused then; and the quotas of accounts. */
class TableTransitionsTest {
    private static final String NAME = "{\"TableName\":\"abc\"}";
    private static final String ALL_BACKUPS = json("{'TableName':'abc','BackupType':'ALL'}");
    private static final Duration OVER = Duration.ofSeconds(61);
    private final TableServer server = new TableServer(60);

    // ---- UPDATING

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'ProvisionedThroughput':{'ReadCapacityUnits':9,'WriteCapacityUnits':9} | UPDATING",
                "'BillingMode':'PAY_PER_REQUEST' | UPDATING",
                "'TableClass':'STANDARD_INFREQUENT_ACCESS' | UPDATING",
                "'TableClass':'STANDARD' | ACTIVE",
                "'DeletionProtectionEnabled':true | ACTIVE",
                "'WarmThroughput':{'ReadUnitsPerSecond':9} | ACTIVE",
                "'SSESpecification':{'Enabled':true} | ACTIVE"
            })
    void describeTable_afterUpdate_showsUpdatingWhereDynamoDbDoes(String change, String status) {
        createActive();

        assertThat(update(change).status()).isEqualTo(200);

        assertThat(text("DescribeTable", NAME)).contains("\"TableStatus\":\"" + status + "\"");
        server.wait(OVER);
        assertThat(text("DescribeTable", NAME)).contains("\"TableStatus\":\"ACTIVE\"");
    }

    @Test
    void updateAndDeleteTable_whileUpdating_waitForTheThroughput() {
        createActive();
        update("'ProvisionedThroughput':{'ReadCapacityUnits':9,'WriteCapacityUnits':9}");

        String inUse = "Attempt to change a resource which is still in use: ";
        assertThat(text(update("'ProvisionedThroughput':{'ReadCapacityUnits':8,'WriteCapacityUnits':9}")))
                .contains("ResourceInUseException")
                .contains(inUse + "Table IOPS are currently being updated. Table: abc\"");
        assertThat(text(update("'BillingMode':'PAY_PER_REQUEST'"))).contains("ResourceInUseException");
        assertThat(text(update("'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'}")))
                .contains("ResourceInUseException")
                .contains(inUse + "Can't enable or disable stream while table IOPS are being updated. Table: abc\"");
        assertThat(update("'DeletionProtectionEnabled':false").status()).isEqualTo(200);
        assertThat(text("DeleteTable", NAME))
                .contains("ResourceInUseException")
                .contains(inUse + "Table: abc is in the process of being updated.\"");

        server.wait(OVER);
        assertThat(server.post("DeleteTable", NAME).status()).isEqualTo(200);
    }

    // ---- DELETING

    @Test
    void deleteTable_whileDeleting_showsAndHoldsTheName() {
        createActive();
        assertThat(text("DeleteTable", NAME)).contains("\"TableStatus\":\"DELETING\"");

        assertThat(text("DescribeTable", NAME)).contains("\"TableStatus\":\"DELETING\"");
        assertThat(text("ListTables", "{}")).contains("abc");
        for (WireResponse refused :
                new WireResponse[] {create("abc"), update("'DeletionProtectionEnabled':true"), post("DeleteTable", NAME)
                }) {
            assertThat(text(refused))
                    .contains("ResourceInUseException")
                    .contains("Attempt to change a resource which is still in use: Table is being deleted: abc\"");
        }

        server.wait(OVER);
        assertThat(text("DescribeTable", NAME)).contains("Requested resource not found: Table: abc not found");
        assertThat(text("DeleteTable", NAME)).contains("ResourceNotFoundException");
        assertThat(text(update("'DeletionProtectionEnabled':true"))).contains("ResourceNotFoundException");
        assertThat(create("abc").status()).isEqualTo(200);
    }

    /** DynamoDB's backups forget a table after a second; its time to live can be changed for as long as it shows. */
    @Test
    void backups_ofATableThatIsBeingDeleted_knowItForAMoment() {
        String enable =
                json("{'TableName':'abc','PointInTimeRecoverySpecification':{'PointInTimeRecoveryEnabled':true}}");
        String backup = json("{'TableName':'abc','BackupName':'last'}");
        createActive();
        post("DeleteTable", NAME);

        assertThat(text("UpdateContinuousBackups", enable)).contains("\"PointInTimeRecoveryStatus\":\"ENABLED\"");
        assertThat(text("DescribeContinuousBackups", NAME)).contains("\"PointInTimeRecoveryStatus\":\"ENABLED\"");
        assertThat(text("CreateBackup", backup)).contains("\"BackupStatus\":\"CREATING\"");
        assertThat(text("UpdateTimeToLive", timeToLive("expires", true))).contains("TimeToLiveSpecification");

        server.wait(Duration.ofSeconds(2));
        for (WireResponse forgotten : new WireResponse[] {
            post("UpdateContinuousBackups", enable),
            post("DescribeContinuousBackups", NAME),
            post("CreateBackup", backup)
        }) {
            assertThat(text(forgotten)).contains("TableNotFoundException").contains("Table not found: abc");
        }
        assertThat(text("UpdateTimeToLive", timeToLive("expires", true))).contains("TimeToLive is already enabled");
        assertThat(text("DescribeTimeToLive", NAME))
                .contains(
                        "Cannot describe time to live while table is in DELETING state: Current table state is DELETING");
    }

    @Test
    void deleteTable_withPointInTimeRecovery_leavesASystemBackup_unlessItIsDisabledThen() {
        createActive();
        post("UpdateContinuousBackups", recovery(true));
        assertThat(text("ListBackups", ALL_BACKUPS)).doesNotContain("SYSTEM");

        post("DeleteTable", NAME);
        assertThat(text("ListBackups", ALL_BACKUPS)).contains("\"BackupName\":\"abc$DeletedTableBackup\"");
        assertThat(text("UpdateContinuousBackups", recovery(false))).contains("DISABLED");
        assertThat(server.backend.jobs().list(JobFilter.ALL, null, 2))
                .singleElement()
                .satisfies(
                        job -> assertThat(job.cancelRequested() || job.state().isEnded())
                                .isTrue());
    }

    private static String recovery(boolean enabled) {
        return json("{'TableName':'abc','PointInTimeRecoverySpecification':{'PointInTimeRecoveryEnabled':" + enabled
                + "}}");
    }

    // ---- time to live

    /** What would change nothing is told before that it is too soon. */
    @Test
    void updateTimeToLive_tooSoon_isToldLast() {
        createActive();
        assertThat(text("UpdateTimeToLive", timeToLive("expires", true))).contains("TimeToLiveSpecification");

        assertThat(text("UpdateTimeToLive", timeToLive("expires", true))).contains("TimeToLive is already enabled");
        assertThat(text("UpdateTimeToLive", timeToLive("other", true)))
                .contains("TimeToLive is active on a different AttributeName: current AttributeName is expires");
        assertThat(text("UpdateTimeToLive", timeToLive("expires", false)))
                .contains("Time to live has been modified multiple times within a fixed interval");

        server.wait(OVER);
        assertThat(text("UpdateTimeToLive", timeToLive("expires", false))).contains("TimeToLiveSpecification");
        assertThat(text("UpdateTimeToLive", timeToLive("expires", false))).contains("TimeToLive is already disabled");
    }

    @Test
    void describeTimeToLive_beforeActive_isRefused() {
        create("abc");

        assertThat(text("DescribeTimeToLive", NAME))
                .contains(
                        "Cannot describe time to live while table is in CREATING state: Current table state is CREATING");
        assertThat(text("UpdateTimeToLive", timeToLive("expires", true))).contains("ResourceInUseException");
    }

    private static String timeToLive(String attribute, boolean enabled) {
        return json("{'TableName':'abc','TimeToLiveSpecification':{'AttributeName':'" + attribute + "','Enabled':"
                + enabled + "}}");
    }

    @Test
    void tags_beforeActiveAndAfterDeletion_areNotThere() {
        String resource = "{\"ResourceArn\":\"arn:aws:dynamodb:us-east-1:000000000000:table/abc\"}";
        create("abc");
        assertThat(text("ListTagsOfResource", resource)).contains("ResourceNotFoundException");
        server.wait(OVER);
        assertThat(text("ListTagsOfResource", resource)).isEqualTo("{\"Tags\":[]}");
        post("DeleteTable", NAME);
        assertThat(text("ListTagsOfResource", resource)).contains("ResourceNotFoundException");
    }

    // ---- quotas

    @Test
    void createTable_overTheNumberOfTables_isRefused() {
        TableServer limited = new TableServer(0, new QuotaConfig(2, 0, 0));
        limited.post("CreateTable", definition("aaa", 1));
        limited.post("CreateTable", definition("bbb", 1));

        assertThat(text(limited.post("CreateTable", definition("ccc", 1))))
                .contains("LimitExceededException")
                .contains("Subscriber limit exceeded: There is a limit of 2 tables per subscriber");
        limited.post("DeleteTable", "{\"TableName\":\"aaa\"}");
        assertThat(limited.post("CreateTable", definition("ccc", 1)).status()).isEqualTo(200);
    }

    @Test
    void units_overTheQuotas_areRefused() {
        TableServer limited = new TableServer(0, new QuotaConfig(0, 10, 15));

        assertThat(text(limited.post("DescribeLimits", "{}")))
                .contains("\"AccountMaxReadCapacityUnits\":15")
                .contains("\"TableMaxWriteCapacityUnits\":10");
        assertThat(text(limited.post("CreateTable", definition("aaa", 11))))
                .contains(
                        "The requested ReadCapacityUnits, 11, is above the per table maximum for the account in us-east-1."
                                + " Per table maximum: 10. Refer to the Amazon DynamoDB Developer Guide");
        assertThat(limited.post("CreateTable", definition("aaa", 10)).status()).isEqualTo(200);
        assertThat(text(limited.post("CreateTable", definition("bbb", 6))))
                .contains("This request would have caused the ReadCapacityUnits limit to be exceeded for the account in"
                        + " us-east-1. Current ReadCapacityUnits reserved by the account: 10. Limit: 15. Requested: 6."
                        + " Refer to the Amazon DynamoDB Developer Guide");
        assertThat(
                        text(
                                limited.post(
                                        "UpdateTable",
                                        "{\"TableName\":\"aaa\",\"ProvisionedThroughput\":{\"ReadCapacityUnits\":1,\"WriteCapacityUnits\":12}}")))
                .contains("LimitExceededException")
                .contains("The requested WriteCapacityUnits, 12, is above the per table maximum");
        assertThat(
                        text(
                                limited.post(
                                        "UpdateTable",
                                        "{\"TableName\":\"aaa\",\"BillingMode\":\"PAY_PER_REQUEST\",\"OnDemandThroughput\":{\"MaxWriteRequestUnits\":11}}")))
                .contains("Subscriber limit exceeded: Requested MaxWriteRequestUnits for OnDemandThroughput for table"
                        + " exceeds TableMaxWriteCapacityUnits of the account in region us-east-1\"");
    }

    private void createActive() {
        create("abc");
        server.wait(OVER);
    }

    private WireResponse create(String name) {
        return post("CreateTable", definition(name, 5));
    }

    private static String definition(String name, int units) {
        return json("{'TableName':'" + name
                + "','AttributeDefinitions':[{'AttributeName':'a','AttributeType':'S'}],'KeySchema':"
                + "[{'AttributeName':'a','KeyType':'HASH'}],'ProvisionedThroughput':{'ReadCapacityUnits':" + units
                + ",'WriteCapacityUnits':" + units + "}}");
    }

    private WireResponse update(String change) {
        return post("UpdateTable", json("{'TableName':'abc'," + change + "}"));
    }

    private WireResponse post(String operation, String json) {
        return server.post(operation, json);
    }

    private String text(String operation, String json) {
        return text(post(operation, json));
    }

    private static String json(String quotes) {
        return quotes.replace('\'', '"');
    }

    private static String text(WireResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
