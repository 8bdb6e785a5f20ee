package org.extenddb.console.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemTextTest {
    @Test
    void read_goodItem_hasDynamoDbsSize() {
        ItemText read = ItemText.read("{\"pk\":{\"S\":\"abc\"},\"n\":{\"N\":\"12\"}}", false);

        assertThat(read.problem()).isNull();
        assertThat(read.size()).isEqualTo(2 + 3 + 1 + 2);
    }

    @Test
    void read_plainJson_isTheSameItem() {
        assertThat(ItemText.read("{\"pk\":\"abc\"}", true).item()).hasToString("{\"pk\":{\"S\":\"abc\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": | no JSON at line 1",
                "[1] | begins with {",
                "{\"a\":1} | Unexpected",
                "{\"a\":{\"S\":1}} | ",
                "{\"a\":{}} | Supplied AttributeValue is empty",
                "{\"a\":{\"N\":\"x\"}} | cannot be converted to a numeric value"
            })
    void read_badText_saysWhy(String text, String why) {
        ItemText read = ItemText.read(text, false);

        assertThat(read.item()).isNull();
        assertThat(read.problem()).contains(why == null ? "" : why);
    }

    @Test
    void read_tooLarge_isRefusedWithItsSize() {
        ItemText read = ItemText.read("{\"pk\":\"" + "x".repeat(409_600) + "\"}", true);

        assertThat(read.problem()).startsWith("Item size has exceeded");
        assertThat(read.size()).isEqualTo(409_602);
    }
}
