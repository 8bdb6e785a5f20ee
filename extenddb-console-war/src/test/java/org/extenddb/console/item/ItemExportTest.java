package org.extenddb.console.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.extenddb.console.value.JsonText;
import org.junit.jupiter.api.Test;

class ItemExportTest {
    @Test
    void writeCsv_whatASpreadsheetWouldRun_isText() throws IOException {
        StringWriter out = new StringWriter();

        ItemExport.writeCsv(
                List.of(
                        JsonText.parse("{\"pk\":{\"S\":\"=1+1\"},\"n\":{\"N\":\"-5\"}}"),
                        JsonText.parse("{\"pk\":{\"S\":\"a,\\\"b\\\"\"},\"x\":{\"M\":{\"k\":{\"N\":\"1\"}}}}")),
                out);

        assertThat(out).hasToString("pk,n,x\r\n'=1+1,-5,\r\n\"a,\"\"b\"\"\",,\"{\"\"k\"\":1}\"\r\n");
    }
}
