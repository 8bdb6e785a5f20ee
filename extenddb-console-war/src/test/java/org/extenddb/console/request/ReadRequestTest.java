package org.extenddb.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.extenddb.console.value.JsonText;
import org.junit.jupiter.api.Test;

class ReadRequestTest {
    private static final KeyPart PARTITION = new KeyPart("pk", "S");
    private static final KeyPart SORT = new KeyPart("sk", "N");

    private final ReadForm form = new ReadForm();

    @Test
    void of_nothingFilled_isAScanOfThePage() {
        ReadRequest request = ReadRequest.of("t", form, new ReadKeys(List.of(PARTITION, SORT), PARTITION, SORT), null);

        assertThat(request.operation()).isEqualTo("Scan");
        assertThat(request.json())
                .hasToString("{\"TableName\":\"t\",\"Limit\":50,\"ReturnConsumedCapacity\":\"TOTAL\"}");
    }

    @Test
    void of_keysFilled_isAQueryWithPlaceholders() {
        form.setIndex("gsi");
        form.setPartition("a");
        form.setSortOperator("between");
        form.setSort("1");
        form.setSortUpper("2");
        form.setDescending(true);

        ReadRequest request = ReadRequest.of("t", form, new ReadKeys(List.of(PARTITION, SORT), PARTITION, SORT), null);

        assertThat(request.operation()).isEqualTo("Query");
        assertThat(request.json().getString("KeyConditionExpression"))
                .isEqualTo("#n1 = :v1 AND #n2 BETWEEN :v2 AND :v3");
        assertThat(request.json().getJsonObject("ExpressionAttributeValues"))
                .hasToString("{\":v1\":{\"S\":\"a\"},\":v2\":{\"N\":\"1\"},\":v3\":{\"N\":\"2\"}}");
        assertThat(request.json().getBoolean("ScanIndexForward")).isFalse();
    }

    @Test
    void of_filterOnPath_namesEachStep() {
        FilterRow row = new FilterRow();
        row.setAttribute("lines[0].sku");
        row.setOperator("begins_with");
        row.setValue("a");
        form.getFilters().add(row);
        form.setProjection("pk, lines");

        ReadRequest request = ReadRequest.of(
                "t", form, new ReadKeys(List.of(PARTITION), PARTITION, null), JsonText.parse("{\"pk\":{\"S\":\"z\"}}"));

        assertThat(request.json().getString("FilterExpression")).isEqualTo("begins_with(#n1[0].#n2, :v1)");
        assertThat(request.json().getString("ProjectionExpression")).isEqualTo("#n3, #n1");
        assertThat(request.json().getJsonObject("ExclusiveStartKey")).hasToString("{\"pk\":{\"S\":\"z\"}}");
    }

    @Test
    void address_filledForm_comesBackTheSame() {
        FilterRow row = new FilterRow();
        row.setAttribute("a~b");
        row.setOperator("<>");
        row.setType("N");
        row.setValue("1 & 2");
        form.getFilters().add(row);
        form.setPartition("ä/?=&");
        form.setLimit(100);
        String address = ReadAddress.of("t", form);
        ReadForm read = new ReadForm();

        ReadAddress.fill(
                read,
                Map.of(
                        "pk", new String[] {"ä/?=&"},
                        "limit", new String[] {"100"},
                        "f", new String[] {"a%7Eb~<>~N~1+%26+2~"}));

        assertThat(address).doesNotContain("'", "\"", "<");
        assertThat(ReadAddress.of("t", read)).isEqualTo(address);
    }

    @Test
    void of_nameWithDotsInQuotes_isOneName() {
        ReadForm form = new ReadForm();
        FilterRow row = new FilterRow();
        row.setAttribute("\"dot.ted\".k[0].\"a\"\"b\"");
        row.setOperator("exists");
        form.getFilters().add(row);
        form.setProjection("name, \"x,y\"");

        ReadRequest request = ReadRequest.of("t", form, new ReadKeys(List.of(PARTITION, SORT), PARTITION, SORT), null);

        assertThat(request.json().getString("FilterExpression")).isEqualTo("attribute_exists(#n1.#n2[0].#n3)");
        assertThat(request.json().getString("ProjectionExpression")).isEqualTo("#n4, #n5, #n6, #n7");
        assertThat(request.json().getJsonObject("ExpressionAttributeNames"))
                .hasToString(
                        "{\"#n1\":\"dot.ted\",\"#n2\":\"k\",\"#n3\":\"a\\\"b\",\"#n4\":\"name\",\"#n5\":\"x,y\",\"#n6\":\""
                                + PARTITION.name() + "\",\"#n7\":\"" + SORT.name() + "\"}");
    }
}
