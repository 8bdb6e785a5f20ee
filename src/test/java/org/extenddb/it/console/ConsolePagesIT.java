package org.extenddb.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.extenddb.it.api.AwsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Every page, light and dark: it is there, and axe finds nothing serious on it. */
@EnabledIfSystemProperty(named = "extenddb.browser", matches = "true")
class ConsolePagesIT extends InBrowser {
    private static final String TABLE = "pages";

    @BeforeAll
    void signIn() {
        try (DynamoDbClient client = AwsClient.withoutRetries(SERVER)) {
            client.createTable(request -> request.tableName(TABLE)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("pk")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(KeySchemaElement.builder()
                            .attributeName("pk")
                            .keyType(KeyType.HASH)
                            .build()));
            client.waiter().waitUntilTableExists(request -> request.tableName(TABLE));
        }
        console().signIn();
        console().awaitText("Tables");
    }

    @ParameterizedTest
    @CsvSource({
        "tables, tables.xhtml",
        "create-table, create-table.xhtml",
        "items, items.xhtml?table=pages",
        "item, item.xhtml?table=pages",
        "table-overview, table.xhtml?name=pages",
        "table-indexes, table.xhtml?name=pages&tab=indexes",
        "table-capacity, table.xhtml?name=pages&tab=capacity",
        "table-stream, table.xhtml?name=pages&tab=stream",
        "table-ttl, table.xhtml?name=pages&tab=ttl",
        "table-tags, table.xhtml?name=pages&tab=tags",
        "table-policy, table.xhtml?name=pages&tab=policy",
        "table-settings, table.xhtml?name=pages&tab=settings",
        "users, users.xhtml",
        "groups, groups.xhtml",
        "roles, roles.xhtml",
        "policies, policies.xhtml",
        "policy, policy.xhtml?arn=arn:aws:iam::aws:policy/AdministratorAccess",
        "simulator, simulator.xhtml",
        "workbench, workbench.xhtml",
        "dashboard, dashboard.xhtml",
        "jobs, jobs.xhtml",
        "audit, audit.xhtml",
        "settings, settings.xhtml",
        "accounts, accounts.xhtml",
        "place, place.xhtml",
        "about, about.xhtml"
    })
    void page_lightAndDark_isThereAndAccessible(String name, String page) {
        for (String theme : new String[] {"light", "dark"}) {
            console()
                    .driver()
                    .manage()
                    .addCookie(new Cookie.Builder("extenddb-theme", theme)
                            .path("/console")
                            .isSecure(true)
                            .build());
            console().open(page);
            console().settle();

            assertThat(URI.create(console().address()).getPath()).isEqualTo("/console/" + page.split("\\?")[0]);
            assertThat(console().visible(By.tagName("h1")).getText()).isNotBlank();
            console().screenshot("page-" + name + "-" + theme);
            assertThat(console().seriousViolations()).as(theme).isEmpty();
        }
    }
}
