package org.extenddb.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.extenddb.it.api.AwsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What one does with items beyond the first day. */
class ConsoleItemsIT extends InBrowser {
    private static final DynamoDbClient CLIENT = AwsClient.withoutRetries(SERVER);
    private final String table = "items-" + UUID.randomUUID().toString().substring(0, 8);
    private ConsoleBrowser console;

    @BeforeAll
    void create() {
        console = console();
        ConsoleTable.create(CLIENT, table);
        CLIENT.updateContinuousBackups(request -> request.tableName(table)
                .pointInTimeRecoverySpecification(recovery -> recovery.pointInTimeRecoveryEnabled(true)));
    }

    @BeforeEach
    void signIn() {
        console.asAdministrator();
    }

    private void put(String pk, Map<String, AttributeValue> others) {
        Map<String, AttributeValue> item = new HashMap<>(others);
        item.put("pk", AttributeValue.fromS(pk));
        CLIENT.putItem(request -> request.tableName(table).item(item));
    }

    private Map<String, AttributeValue> get(String pk) {
        return CLIENT.getItem(request -> request.tableName(table)
                        .key(Map.of("pk", AttributeValue.fromS(pk)))
                        .consistentRead(true))
                .item();
    }

    private void openItem(String pk) {
        console.open("item.xhtml?table=" + table + "&key=%7B%22pk%22:%7B%22S%22:%22" + pk + "%22%7D%7D");
    }

    /** Few of a large table's pages may have any item that a filter leaves: nobody is to look for them page by page. */
    @Test
    void filter_thatLeavesNothingOfTheFirstPage_isSearchedOn() {
        for (int i = 0; i < 30; i++) {
            put("hay-" + i, Map.of("needle", AttributeValue.fromBool(false)));
        }
        String search = "items.xhtml?table=" + table + "&limit=2&f=needle~%3D~BOOL~true~";
        console.open(search);
        console.awaitText("Nothing found");

        put("the-needle", Map.of("needle", AttributeValue.fromBool(true)));
        console.open(search);

        console.awaitText("1 item · ");
        assertThat(console.text()).contains("the-needle");
    }

    @Test
    void tree_addedAndChangedAttributes_areSaved() {
        put("tree", Map.of("n", AttributeValue.fromN("1")));
        openItem("tree");
        console.visible(By.cssSelector("#tree input[aria-label='Value n']")).sendKeys("2");
        console.visible(By.cssSelector("#tree > .ui-button")).click();
        console.visible(By.cssSelector("#tree [data-path='/2/name']")).sendKeys("address");
        console.visible(By.cssSelector("#tree [data-path='/2/type'] option[value='M']"))
                .click();
        console.visible(By.cssSelector("#tree .children > .ui-button")).click();
        console.visible(By.cssSelector("#tree [data-path='/2/0/name']")).sendKeys("city");
        console.visible(By.cssSelector("#tree [data-path='/2/0/value']")).sendKeys("Łódź");
        console.screenshot("item-tree");
        console.click("edit:save");
        console.click("review:confirm");
        console.awaitText("Item saved");

        assertThat(get("tree").get("n").n()).isEqualTo("12");
        assertThat(get("tree").get("address").m()).containsEntry("city", AttributeValue.fromS("Łódź"));
    }

    @Test
    void save_hundredsOfAttributes_noticesAChangeOfAnyOfThem() {
        Map<String, AttributeValue> wide = new HashMap<>();
        for (int i = 0; i < 400; i++) {
            wide.put("a" + i, AttributeValue.fromN(Integer.toString(i)));
        }
        put("wide", wide);
        openItem("wide");
        replaceInText("\"a0\": {\n    \"N\": \"0\"", "\"a0\": {\n    \"N\": \"1000\"");
        wide.put("a399", AttributeValue.fromN("7"));
        put("wide", wide);
        console.click("edit:save");
        console.click("review:confirm");

        console.awaitText("Somebody else has changed this item");
        assertThat(get("wide").get("a0").n()).isEqualTo("0");
        console.visible(By.cssSelector("#conflict .primary")).click();
        console.click("review:confirm");
        console.awaitText("Item saved");
        assertThat(get("wide").get("a0").n()).isEqualTo("1000");
    }

    private void replaceInText(String old, String fresh) {
        console.visible(By.id("edit:text"));
        console.script("const text = document.getElementById('edit:text'); text.value = text.value.replace("
                + literal(old) + ", " + literal(fresh) + "); text.dispatchEvent(new Event('input'));");
    }

    private static String literal(String text) {
        return "'" + text.replace("\n", "\\n") + "'";
    }

    @Test
    @EnabledIfSystemProperty(named = "extenddb.browser", matches = "all")
    void history_recoveryOn_showsAndTakesOldVersions() {
        put("past", Map.of("state", AttributeValue.fromS("open")));
        put("past", Map.of("state", AttributeValue.fromS("paid")));
        openItem("past");
        console.click("past:show");
        console.awaitText("written");
        assertThat(console.text("past")).contains("state").contains("open").contains("paid");
        console.screenshot("item-history");
        console.visible(By.xpath("(//div[@class='version']//button)[last()]")).click();
        console.awaitText("That version is in the editor now");
        console.click("edit:save");
        console.click("review:confirm");
        console.awaitText("Item saved");

        assertThat(get("past").get("state").s()).isEqualTo("open");
    }

    @Test
    void savedQuery_openedAgain_fillsTheForm() {
        console.open("items.xhtml?table=" + table);
        console.type("read:partition", "saved");
        console.click("read:run");
        console.awaitText("0 items");
        console.visible(By.cssSelector("#queries summary")).click();
        console.visible(By.cssSelector("#queries input")).sendKeys("mine" + Keys.ENTER);
        console.open("items.xhtml?table=" + table);
        console.visible(By.cssSelector("#queries summary")).click();
        console.visible(By.linkText("mine")).click();

        assertThat(console.visible(By.id("read:partition")).getDomProperty("value"))
                .isEqualTo("saved");
    }

    @Test
    void delete_changedByAnotherMeanwhile_isNotDeleted() {
        put("wanted", Map.of("n", AttributeValue.fromN("1")));
        openItem("wanted");
        put("wanted", Map.of("n", AttributeValue.fromN("2")));
        console.click(By.cssSelector("#edit .danger"));
        console.click(By.cssSelector("#gone .danger"));

        console.awaitText("Somebody else has changed this item");
        assertThat(get("wanted").get("n").n()).isEqualTo("2");
    }

    @Test
    void keepMine_otherAttributeChangedMeanwhile_keepsTheirsBeside() {
        put("both", Map.of("mine", AttributeValue.fromN("1"), "theirs", AttributeValue.fromN("1")));
        openItem("both");
        replaceInText("\"mine\": {\n    \"N\": \"1\"", "\"mine\": {\n    \"N\": \"2\"");
        put("both", Map.of("mine", AttributeValue.fromN("1"), "theirs", AttributeValue.fromN("2")));
        console.click("edit:save");
        console.click("review:confirm");
        console.awaitText("Somebody else has changed this item");
        console.visible(By.cssSelector("#conflict .primary")).click();
        console.click("review:confirm");
        console.awaitText("Item saved");

        assertThat(get("both").get("mine").n()).isEqualTo("2");
        assertThat(get("both").get("theirs").n()).isEqualTo("2");
    }

    /** Keys with what separates things elsewhere in them. */
    @Test
    void deleteSelected_keysWithCommas_deletesThoseAndNoOthers() {
        for (String pk : new String[] {"odd,one", "odd,\"two\"", "odd"}) {
            put(pk, Map.of("kind", AttributeValue.fromS("odd")));
        }
        console.open("items.xhtml?table=" + table + "&limit=1000&f=kind~%3D~S~odd~");
        console.awaitText("3 items");
        console.click(By.xpath("//tbody/tr[contains(., 'odd,one')]//td[contains(@class,'tick')]//input"));
        console.click(By.xpath("//tbody/tr[contains(., 'two')]//td[contains(@class,'tick')]//input"));
        console.click("result:deleteMany");
        console.click(By.cssSelector("[id='result:many'] .danger"));
        console.awaitText("1 item · ");

        assertThat(get("odd,one")).isEmpty();
        assertThat(get("odd,\"two\"")).isEmpty();
        assertThat(get("odd")).isNotEmpty();
    }

    @Test
    void download_ofAQuery_isWhatTheQueryFound() {
        put("loaded", Map.of("city", AttributeValue.fromS("Łódź, \"PL\"")));
        console.open("items.xhtml?table=" + table + "&pk=loaded");
        console.awaitText("1 item · ");

        assertThat(downloaded("CSV")).contains("\"Łódź, \"\"PL\"\"\"").contains("loaded");
        assertThat(downloaded("JSON")).contains("\"city\"").contains("Łódź");
    }

    /** What the button sends the browser to keep. */
    private String downloaded(String format) {
        return String.valueOf(
                console.driver()
                        .executeAsyncScript(
                                "const done = arguments[0];"
                                        + "const button = [...document.querySelectorAll('#result button')].find(b => b.textContent.includes('"
                                        + format + "'));"
                                        + "const form = new FormData(document.getElementById('result')); form.append(button.name, '');"
                                        + "fetch('items.xhtml', {method: 'POST', body: new URLSearchParams(form)}).then(a => a.text()).then(done);"));
    }

    @Test
    void draft_wayBackAfterTyping_isOfferedAgain() {
        put("draft", Map.of("n", AttributeValue.fromN("1")));
        openItem("draft");
        console.visible(By.cssSelector("#tree input[aria-label='Value n']")).sendKeys("7");
        console.settle();
        console.open("tables.xhtml");
        openItem("draft");
        console.awaitText("What you typed here and did not save is kept");
        console.click(By.cssSelector("#draft .resume"));
        console.click("edit:save");
        console.click("review:confirm");
        console.awaitText("Item saved");

        assertThat(get("draft").get("n").n()).isEqualTo("17");
        console.open("item.xhtml?table=" + table);
        console.type("edit:text", "{\"pk\":{\"S\":\"draft-2\"}}");
        console.click("edit:save");
        console.awaitText("Item created");
        console.open("item.xhtml?table=" + table);
        console.settle();
        assertThat(console.text()).doesNotContain("What you typed here and did not save is kept");
    }
}
