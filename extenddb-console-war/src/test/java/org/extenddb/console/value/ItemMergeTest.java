package org.extenddb.console.value;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;

class ItemMergeTest {
    private final JsonObject before = item("{'k':{'S':'1'},'a':{'S':'old'},'b':{'S':'old'},'gone':{'S':'x'}}");
    private final JsonObject mine = item("{'k':{'S':'1'},'a':{'S':'mine'},'b':{'S':'old'}}");

    @Test
    void onTop_whatTheyChangedAndAdded_stays() {
        JsonObject theirs = item("{'k':{'S':'1'},'a':{'S':'old'},'b':{'S':'theirs'},'gone':{'S':'x'},'c':{'N':'1'}}");

        assertThat(ItemMerge.onTop(before, mine, theirs))
                .isEqualTo(item("{'k':{'S':'1'},'a':{'S':'mine'},'b':{'S':'theirs'},'c':{'N':'1'}}"));
    }

    @Test
    void onTop_theyDeletedIt_allOfMine() {
        assertThat(ItemMerge.onTop(before, mine, JsonValue.EMPTY_JSON_OBJECT)).isEqualTo(mine);
    }

    private static JsonObject item(String text) {
        return JsonText.parse(text.replace('\'', '"'));
    }
}
