package org.extenddb.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.extenddb.it.api.AwsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iam.IamClient;

/** Whether somebody might do something, and why. */
class ConsoleSimulatorIT extends InBrowser {
    private static final IamClient IAM = AwsClient.iam(SERVER);
    private static final String ONLY_BY_TLS = """
            {"Version":"2012-10-17","Statement":[
              {"Sid":"All","Effect":"Allow","Action":"dynamodb:*","Resource":"*"},
              {"Sid":"OnlyByTls","Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""";

    private final String name = "simulate-" + UUID.randomUUID().toString().substring(0, 8);
    private ConsoleBrowser console;

    @BeforeEach
    void signIn() {
        console = console();
        console.asAdministrator();
    }

    @Test
    void run_keyThatAPolicyAsksFor_isAskedForAndTurnsTheDecision() {
        IAM.createUser(request -> request.userName(name));
        IAM.putUserPolicy(request -> request.userName(name).policyName("tls").policyDocument(ONLY_BY_TLS));
        String arn = IAM.getUser(request -> request.userName(name)).user().arn();
        console.open("simulator.xhtml");
        console.type("ask:principal", arn);
        console.type("ask:actions", "dynamodb:GetItem");
        console.click("ask:run");
        console.awaitText("Might be otherwise with aws:SecureTransport");
        assertThat(console.text("ask:answers")).contains("allowed").doesNotContain("explicitDeny");
        console.screenshot("simulator-missing-key");

        console.visible(By.id("ask:keys:0:values")).sendKeys("false");
        console.click("ask:run");
        console.awaitText("with an explicit deny in an identity-based policy");
        assertThat(console.visible(By.cssSelector("tr.deciding")).getText())
                .contains("OnlyByTls")
                .contains("decides");
        assertThat(IAM.simulatePrincipalPolicy(
                                request -> request.policySourceArn(arn).actionNames("dynamodb:GetItem"))
                        .evaluationResults()
                        .get(0)
                        .missingContextValues())
                .containsExactly("aws:SecureTransport");
    }

    @Test
    void run_tableWithAPolicy_countsItAndDoubtsStrangeActions() {
        try (DynamoDbClient client = AwsClient.withoutRetries(SERVER)) {
            ConsoleTable.create(client, name);
            String arn = client.describeTable(request -> request.tableName(name))
                    .table()
                    .tableArn();
            client.putResourcePolicy(request -> request.resourceArn(arn)
                    .policy("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"NoWrites\",\"Effect\":\"Deny\","
                            + "\"Principal\":\"*\",\"Action\":\"dynamodb:PutItem\",\"Resource\":\"" + arn + "\"}]}"));
            console.open("simulator.xhtml");
            console.type("ask:policy", ONLY_BY_TLS.replace("\n", ""));
            console.type("ask:actions", "dynamodb:PutItem\ndynamodb:PutItems");
            console.type("ask:resources", arn);
            console.click("ask:run");

            console.awaitText("with an explicit deny in a resource-based policy");
            assertThat(console.text("ask:answers"))
                    .contains("NoWrites")
                    .contains("dynamodb:PutItems is no action that this server knows");
        }
    }
}
