package org.extenddb.console.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemDifferenceTest {
    @Test
    void between_addedRemovedChanged_areNamedAndTheRestIsNot() {
        ItemDifference difference = ItemDifference.between(
                JsonText.parse("{\"same\":{\"S\":\"a\"},\"old\":{\"S\":\"b\"},\"n\":{\"N\":\"1\"}}"),
                JsonText.parse("{\"n\":{\"N\":\"2\"},\"new\":{\"S\":\"c\"},\"same\":{\"S\":\"a\"}}"));

        assertThat(difference.changes())
                .extracting(change -> change.getKind() + " " + change.name())
                .containsExactly("removed old", "changed n", "added new");
    }

    @Test
    void between_equalItems_isEmpty() {
        assertThat(ItemDifference.between(
                                JsonText.parse("{\"a\":{\"S\":\"x\"}}"), JsonText.parse("{\"a\":{\"S\":\"x\"}}"))
                        .isEmpty())
                .isTrue();
    }
}
