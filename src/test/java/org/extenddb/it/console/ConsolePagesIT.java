package org.extenddb.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.extenddb.it.api.AwsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iam.IamClient;

/** Every page, light and dark: it is there, and axe finds nothing serious on it. */
class ConsolePagesIT extends InBrowser {
    private static final String TABLE = "pages";
    static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Principal\":{\"AWS\":\"*\"},\"Action\":\"sts:AssumeRole\"}]}";

    @BeforeAll
    void signIn() {
        try (DynamoDbClient client = AwsClient.withoutRetries(SERVER)) {
            ConsoleTable.create(client, TABLE);
        }
        try (IamClient client = AwsClient.iam(SERVER)) {
            client.createUser(request -> request.userName(TABLE));
            client.createGroup(request -> request.groupName(TABLE));
            client.createRole(request -> request.roleName(TABLE).assumeRolePolicyDocument(TRUST));
        }
        console().asAdministrator();
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
        "table-backups, table.xhtml?name=pages&tab=backups",
        "table-exports, table.xhtml?name=pages&tab=exports",
        "table-tags, table.xhtml?name=pages&tab=tags",
        "table-policy, table.xhtml?name=pages&tab=policy",
        "table-metrics, table.xhtml?name=pages&tab=metrics",
        "table-settings, table.xhtml?name=pages&tab=settings",
        "backups, backups.xhtml",
        "imports, imports.xhtml",
        "user, user.xhtml?name=pages",
        "group, group.xhtml?name=pages",
        "role, role.xhtml?name=pages",
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
        "about, about.xhtml",
        "error, error.xhtml"
    })
    void page_lightAndDark_isThereAndAccessible(String name, String page) {
        console().open(page);
        console().settle();

        assertThat(URI.create(console().address()).getPath()).isEqualTo("/console/" + page.split("\\?")[0]);
        assertThat(console().visible(By.tagName("h1")).getText()).isNotBlank();
        console().notePaint(name);
        console().script("document.documentElement.dataset.theme = 'light'");
        console().screenshot("page-" + name + "-light");
        assertThat(console().seriousViolations()).as("light").isEmpty();
        assertThat(console().seriousViolationsInTheDark()).as("dark").isEmpty();
        console().screenshot("page-" + name + "-dark");
    }
}
