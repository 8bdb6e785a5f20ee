package org.extenddb.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.extenddb.it.api.AwsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;

/** Users, groups and policies, where several people look after them and not everybody may see everything. */
class ConsoleIdentityIT extends InBrowser {
    private static final IamClient IAM = AwsClient.iam(SERVER);
    private String name = "";
    private ConsoleBrowser console;

    @BeforeEach
    void newName() {
        name = "identity-" + UUID.randomUUID().toString().substring(0, 8);
        console = console();
    }

    @Test
    void user_mayOnlySeeTheirOwnKeys_seesThemAndWhyNotTheRest() {
        IAM.createUser(request -> request.userName(name));
        IAM.putUserPolicy(request -> request.userName(name)
                .policyName("own")
                .policyDocument(allow("iam:*AccessKey*", "arn:aws:iam::*:user/" + name)));
        AccessKey key = IAM.createAccessKey(request -> request.userName(name)).accessKey();
        byKey(key);

        console.awaitText("The tables cannot be listed");
        console.open("user.xhtml?name=" + name);
        assertThat(console.text("keys-form")).contains(key.accessKeyId());
        assertThat(console.text("groups")).contains("AccessDenied").contains("iam:ListGroupsForUser");
        assertThat(console.text("policies")).contains("iam:ListAttachedUserPolicies");
        console.screenshot("user-own-keys");
        console.open("users.xhtml");
        assertThat(console.text("list")).contains("iam:ListUsers");
        console.click(By.cssSelector("#leave button"));
    }

    private void byKey(AccessKey key) {
        console.open("signin.xhtml");
        console.driver().manage().deleteAllCookies();
        console.open("signin.xhtml?with=key");
        console.type("door:key", key.accessKeyId());
        console.type("door:secret", key.secretAccessKey());
        console.click("door:enterByKey");
    }

    @Test
    void policy_otherVersionPutInUse_editorShowsIt() {
        String arn = newPolicy("dynamodb:GetItem");
        IAM.createPolicyVersion(request -> request.policyArn(arn)
                .policyDocument(allow("dynamodb:Query", "*"))
                .setAsDefault(true));
        console.asAdministrator();
        console.open("policy.xhtml?arn=" + arn);
        assertThat(document()).contains("dynamodb:Query");

        console.click(By.cssSelector("#versions button[title='Show v1']"));
        assertThat(document()).contains("dynamodb:GetItem");
        console.click(By.xpath("//*[@id='versions']//button[.//text()='Use']"));
        console.awaitText("Version v1 is in use now");

        assertThat(document()).contains("dynamodb:GetItem");
        assertThat(inUse(arn)).isEqualTo("v1");
    }

    @Test
    void policy_changedByAnotherMeanwhile_isNotOverwritten() {
        String arn = newPolicy("dynamodb:GetItem");
        console.asAdministrator();
        console.open("policy.xhtml?arn=" + arn);
        console.type("edit:document", allow("dynamodb:PutItem", "*"));
        IAM.createPolicyVersion(request -> request.policyArn(arn)
                .policyDocument(allow("dynamodb:Query", "*"))
                .setAsDefault(true));
        console.click(By.cssSelector("#edit footer button"));

        console.awaitText("Somebody else has changed " + name);
        assertThat(inUse(arn)).isEqualTo("v2");
        console.open("policy.xhtml?arn=" + arn);
        console.type("edit:document", "{");
        console.click(By.cssSelector("#edit footer button"));
        assertThat(console.visible(By.cssSelector("#edit .wrong")).getText()).contains("Json");
    }

    @Test
    void policy_deletedWithItsVersions_asksFirst() {
        String arn = newPolicy("dynamodb:GetItem");
        IAM.createPolicyVersion(request -> request.policyArn(arn).policyDocument(allow("dynamodb:Query", "*")));
        console.asAdministrator();
        console.open("policy.xhtml?arn=" + arn);
        console.click(By.cssSelector("#end button"));
        console.awaitText("This cannot be undone");
        console.click(By.cssSelector(".ui-confirmdialog-yes"));
        console.awaitText("Policy deleted");

        assertThat(IAM.listPoliciesPaginator(request -> request.scope("Local")).policies())
                .noneMatch(policy -> policy.arn().equals(arn));
    }

    @Test
    void inlinePolicy_changedByAnotherMeanwhile_isNotOverwritten() {
        IAM.createUser(request -> request.userName(name));
        put(allow("dynamodb:GetItem", "*"));
        console.asAdministrator();
        console.open("user.xhtml?name=" + name);
        console.click(By.xpath("//*[@id='inline']//button[.//text()='Edit']"));
        put(allow("dynamodb:Query", "*"));
        console.click(By.cssSelector("#inline footer button"));

        console.awaitText("Somebody else has changed own");
        assertThat(IAM.getUserPolicy(request -> request.userName(name).policyName("own"))
                        .policyDocument())
                .contains("Query");
    }

    @Test
    void group_member_isAddedAndRemoved() {
        IAM.createUser(request -> request.userName(name));
        IAM.createGroup(request -> request.groupName(name));
        console.asAdministrator();
        console.open("group.xhtml?name=" + name);
        console.choose("members:user", name);
        console.click("members:add");
        console.visible(By.cssSelector("#members tbody a"));
        assertThat(IAM.getGroup(request -> request.groupName(name)).users()).hasSize(1);

        console.click(By.cssSelector("#members tbody button"));
        console.click(By.cssSelector(".ui-confirmdialog-yes"));
        console.awaitText("none yet");
        assertThat(IAM.getGroup(request -> request.groupName(name)).users()).isEmpty();
    }

    private String document() {
        console.settle();
        return String.valueOf(console.visible(By.id("edit:document")).getDomProperty("value"));
    }

    private String newPolicy(String action) {
        return IAM.createPolicy(request -> request.policyName(name).policyDocument(allow(action, "*")))
                .policy()
                .arn();
    }

    private static String inUse(String arn) {
        return IAM.getPolicy(request -> request.policyArn(arn)).policy().defaultVersionId();
    }

    private void put(String document) {
        IAM.putUserPolicy(request -> request.userName(name).policyName("own").policyDocument(document));
    }

    private static String allow(String action, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"" + action
                + "\",\"Resource\":\"" + resource + "\"}]}";
    }
}
