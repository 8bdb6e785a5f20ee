package org.extenddb.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.it.api.AwsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * How long each page takes from the click to its first paint, which has what one came for: pages come whole from the server. Run by
 * {@code src/test/bench/console-paint}; the figures stand in docs/performance.md.
 */
@EnabledIfSystemProperty(named = "extenddb.paint", matches = "true")
class ConsolePaintIT extends InBrowser {
    private static final String NAME = "paint";
    private static final int VISITS = Integer.getInteger("extenddb.paint.visits", 3);
    private static final List<String> PAGES = List.of(
            "tables.xhtml",
            "create-table.xhtml",
            "items.xhtml?table=paint",
            "item.xhtml?table=paint",
            "item.xhtml?table=paint&key=%7B%22pk%22:%7B%22S%22:%221%22%7D%7D",
            "table.xhtml?name=paint",
            "table.xhtml?name=paint&tab=indexes",
            "table.xhtml?name=paint&tab=capacity",
            "table.xhtml?name=paint&tab=stream",
            "table.xhtml?name=paint&tab=ttl",
            "table.xhtml?name=paint&tab=backups",
            "table.xhtml?name=paint&tab=exports",
            "table.xhtml?name=paint&tab=tags",
            "table.xhtml?name=paint&tab=policy",
            "table.xhtml?name=paint&tab=metrics",
            "table.xhtml?name=paint&tab=settings",
            "backups.xhtml",
            "imports.xhtml",
            "users.xhtml",
            "user.xhtml?name=paint",
            "groups.xhtml",
            "group.xhtml?name=paint",
            "roles.xhtml",
            "role.xhtml?name=paint",
            "policies.xhtml",
            "policy.xhtml?arn=arn:aws:iam::aws:policy/AdministratorAccess",
            "simulator.xhtml",
            "workbench.xhtml",
            "dashboard.xhtml",
            "jobs.xhtml",
            "audit.xhtml",
            "settings.xhtml",
            "accounts.xhtml",
            "place.xhtml",
            "about.xhtml",
            "error.xhtml");

    /** The first paint, how long the server had the request of it, the end of all scripts, and the page's size. */
    private static final String TIMES = "const n = performance.getEntriesByType('navigation')[0];"
            + "const paint = performance.getEntriesByName('first-contentful-paint')[0];"
            + "return [paint ? paint.startTime : -1, n.responseStart - n.requestStart, n.loadEventEnd,"
            + " n.decodedBodySize / 1024].map(Math.round)";

    @BeforeAll
    void fill() {
        try (DynamoDbClient client = AwsClient.withoutRetries(SERVER)) {
            ConsoleTable.create(client, NAME);
            for (int i = 0; i < 60; i++) {
                String pk = Integer.toString(i);
                client.putItem(request -> request.tableName(NAME)
                        .item(Map.of(
                                "pk", AttributeValue.fromS(pk),
                                "state", AttributeValue.fromS("open"),
                                "total", AttributeValue.fromN("42.5"),
                                "lines",
                                        AttributeValue.fromL(List.of(
                                                AttributeValue.fromM(Map.of("sku", AttributeValue.fromS("a-1"))))))));
            }
        }
        try (IamClient client = AwsClient.iam(SERVER)) {
            client.createUser(request -> request.userName(NAME));
            client.createGroup(request -> request.groupName(NAME));
            client.createRole(request -> request.roleName(NAME).assumeRolePolicyDocument(ConsolePagesIT.TRUST));
        }
        console().asAdministrator();
    }

    @Test
    void pages_visitedAgainAndAgain_paintSoon() {
        Map<String, List<?>> first = new LinkedHashMap<>();
        Map<String, List<?>> last = new LinkedHashMap<>();
        for (int visit = 1; visit <= VISITS; visit++) {
            for (String page : PAGES) {
                console().open(page);
                console().settle();
                console().awaitPaint();
                List<?> times = (List<?>) Objects.requireNonNull(console().script(TIMES));
                first.putIfAbsent(page, times);
                last.put(page, times);
            }
        }

        last.forEach((page, times) -> console()
                .note("paint | " + page + " | " + first.get(page).get(0) + " | " + times.get(0) + " | " + times.get(1)
                        + " | " + times.get(2) + " | " + times.get(3) + " |"));
        assertThat(last.values()).allMatch(times -> ((Long) times.get(0)) > 0);
    }
}
