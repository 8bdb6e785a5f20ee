package org.extenddb.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.extenddb.it.api.AwsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Several tabs of one browser: each page stays where it was opened, and a session is one person's. */
class ConsolePlaceIT extends InBrowser {
    private static final String ELSEWHERE = "eu-north-1";

    private final String table = "place-" + UUID.randomUUID().toString().substring(0, 8);
    private ConsoleBrowser console;

    @BeforeEach
    void signIn() {
        console = console();
        console.signIn();
        console.awaitText("Tables");
    }

    @Test
    void purge_anotherTabWentElsewhere_emptiesTheTableThatThePageShows() {
        try (DynamoDbClient here = AwsClient.withoutRetries(SERVER);
                DynamoDbClient elsewhere = AwsClient.inRegion(SERVER, ELSEWHERE)) {
            fill(here);
            fill(elsewhere);
            console.open("table.xhtml?tab=settings&name=" + table);
            inAnotherTab(() -> go(ELSEWHERE));
            console.type("purge:typed", table);
            console.click("purge:begin");
            console.awaitText("1 item deleted");

            assertThat(here.scan(request -> request.tableName(table)).count()).isZero();
            assertThat(elsewhere.scan(request -> request.tableName(table)).count())
                    .isOne();
            console.open("tables.xhtml");
            console.awaitText("Another tab of this browser chose another place since");
            assertThat(console.text("moved")).contains("us-east-1").contains(ELSEWHERE);
            assertThat(console.seriousViolations()).isEmpty();
        }
    }

    @Test
    void place_regionThatIsNone_isRefusedAtTheField() {
        console.open("place.xhtml");
        console.type("place:region", "Mars & Venus");
        console.click("place:go");

        console.awaitText("A region has small letters, digits and hyphens");
    }

    @Test
    void signIn_somebodyIsSignedIn_asksThemToLeaveFirst() {
        console.driver().manage().deleteAllCookies();
        console.open("signin.xhtml");
        inAnotherTab(() -> {
            console.open("signin.xhtml");
            enter();
            console.awaitText("Tables");
        });
        enter();

        console.awaitText("admin is signed in in this browser");
    }

    /** A page that was left open for long, with many others opened since. */
    @Test
    void page_forgottenByTheServer_comesAgainWithItsParametersAndSaysSo() {
        console.open("tables.xhtml?filter=nothing");
        console.script(
                "document.querySelectorAll('[name=\"jakarta.faces.ViewState\"]').forEach(field => field.value = 'gone')");
        console.type("list:filter", "x");

        console.awaitText("The page was open for too long and was loaded again");
        assertThat(console.address()).endsWith("tables.xhtml?filter=nothing");
    }

    @Test
    void unknownAddress_isAPageOfTheConsole() {
        console.open("no/such/page.html");

        console.awaitText("There is no such page");
    }

    private void enter() {
        console.type("door:name", "admin");
        console.type("door:password", SERVER.administratorPassword());
        console.click("door:enter");
    }

    private void go(String region) {
        console.open("place.xhtml?from=tables.xhtml");
        console.type("place:region", region);
        console.click("place:go");
        console.awaitText(region);
    }

    private void inAnotherTab(Runnable work) {
        String first = console.driver().getWindowHandle();
        console.driver().switchTo().newWindow(WindowType.TAB);
        work.run();
        console.driver().close();
        console.driver().switchTo().window(first);
    }

    private void fill(DynamoDbClient client) {
        ConsoleTable.create(client, table);
        client.putItem(request -> request.tableName(table).item(Map.of("pk", AttributeValue.fromS("a"))));
    }
}
