package org.extenddb.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.extenddb.cli.host.CommandFailure;
import org.junit.jupiter.api.Test;

class OutputTest {
    private final StringWriter text = new StringWriter();

    private Output as(Output.Format format) {
        return new Output(new PrintWriter(text), format);
    }

    @Test
    void show_itemsOfSeveralShapes_areColumns() {
        as(Output.Format.table)
                .show(List.of(Map.of("name", "nina"), Json.object("{\"name\":\"lena\",\"tags\":{\"a\":\"b\"}}", "it")));
        assertThat(text.toString().lines()).containsExactly("NAME  TAGS", "nina", "lena  {\"a\":\"b\"}");
    }

    @Test
    void show_json_isReadAgainAsItWas() {
        Map<String, Object> object = Json.object("{\"a\":[1,true,null,\"x\"],\"b\":{\"c\":1.5}}", "it");
        as(Output.Format.json).show(object);
        assertThat(Json.object(text.toString(), "it")).isEqualTo(object);
    }

    @Test
    void object_whatIsNone_isRefusedByName() {
        for (String none : List.of("", "[]", "{", "{\"a\":1} {}", "{\"a\":1,\"a\":2}")) {
            assertThatThrownBy(() -> Json.object(none, "policy.json"))
                    .as(none)
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageStartingWith("policy.json");
        }
    }
}
