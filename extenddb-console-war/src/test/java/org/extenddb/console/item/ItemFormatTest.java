package org.extenddb.console.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.extenddb.console.value.JsonText;
import org.junit.jupiter.api.Test;

class ItemFormatTest {
    @Test
    void csv_whatASpreadsheetWouldRun_isText() throws IOException {
        assertThat(written(
                        ItemFormat.CSV,
                        "{\"pk\":{\"S\":\"=1+1\"},\"n\":{\"N\":\"-5\"}}",
                        "{\"pk\":{\"S\":\"a,\\\"b\\\"\"},\"x\":{\"M\":{\"k\":{\"N\":\"1\"}}}}"))
                .isEqualTo("pk,n,x\r\n'=1+1,-5,\r\n\"a,\"\"b\"\"\",,\"{\"\"k\"\":1}\"\r\n");
    }

    @Test
    void json_severalItems_areOneArray() throws IOException {
        assertThat(written(ItemFormat.JSON, "{\"pk\":{\"S\":\"a\\nb    c\"}}", "{\"pk\":{\"N\":\"1\"}}"))
                .isEqualTo("[\n{\"pk\":\"a\\nb    c\"},\n{\"pk\":1}\n]\n");
        assertThat(written(ItemFormat.JSON)).isEqualTo("[]\n");
    }

    private static String written(ItemFormat format, String... items) throws IOException {
        StringWriter out = new StringWriter();
        try (ItemSpool spool = new ItemSpool()) {
            for (String item : items) {
                spool.add(JsonText.parse(item));
            }
            format.write(spool, out);
        }
        return out.toString();
    }
}
