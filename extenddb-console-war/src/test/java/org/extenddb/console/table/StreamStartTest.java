package org.extenddb.console.table;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.extenddb.console.value.JsonText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StreamStartTest {
    private static final JsonObject CLOSED = shard("100", "200");
    private static final JsonObject OPEN = shard("150", null);

    private static JsonObject shard(String first, @Nullable String last) {
        return JsonText.parse("{\"ShardId\":\"s\",\"SequenceNumberRange\":{\"StartingSequenceNumber\":\"" + first + "\""
                + (last == null ? "" : ",\"EndingSequenceNumber\":\"" + last + "\"") + "}}");
    }

    @Test
    void latest_isOfOpenShardsAlone() {
        assertThat(request("LATEST", "", OPEN)).contains("\"LATEST\"").doesNotContain("SequenceNumber");
        assertThat(request("LATEST", "", CLOSED)).isEqualTo("null");
    }

    @Test
    void number_withinAShard_isAskedOfIt() {
        assertThat(request("AT_SEQUENCE_NUMBER", "200", CLOSED))
                .contains("\"AT_SEQUENCE_NUMBER\"", "\"SequenceNumber\":\"200\"");
        assertThat(request("AFTER_SEQUENCE_NUMBER", "150", OPEN)).contains("\"AFTER_SEQUENCE_NUMBER\"");
    }

    @Test
    void number_outsideOfAShard_takesAllOrNothing() {
        assertThat(request("AT_SEQUENCE_NUMBER", "201", CLOSED)).isEqualTo("null");
        assertThat(request("AT_SEQUENCE_NUMBER", "99", OPEN))
                .contains("\"TRIM_HORIZON\"")
                .doesNotContain("SequenceNumber");
    }

    @Test
    void number_thatIsNone_isLeftToDynamoDb() {
        assertThat(request("AT_SEQUENCE_NUMBER", "x", CLOSED)).contains("\"SequenceNumber\":\"x\"");
    }

    private static String request(String type, String number, JsonObject shard) {
        return String.valueOf(new StreamStart(type, number).request("arn", shard));
    }
}
