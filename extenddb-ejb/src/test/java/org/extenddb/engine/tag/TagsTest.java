package org.extenddb.engine.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.extenddb.core.api.tag.TagMembers;
import org.extenddb.core.error.MessagesTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {
    @ParameterizedTest
    @CsvSource({"1, 0, true", "128, 256, true", "129, 1, false", "1, 257, false", "0, 1, false"})
    void of_lengths_areLimited(int key, int value, boolean accepted) {
        List<TagMembers> tags = List.of(new TagMembers("k".repeat(key), "v".repeat(value)));

        if (accepted) {
            assertThat(Tags.of(tags)).containsEntry("k".repeat(key), "v".repeat(value));
        } else {
            assertThatThrownBy(() -> Tags.of(tags))
                    .hasMessage(
                            value > 256
                                    ? MessagesTag.invalidValue("v".repeat(value))
                                    : MessagesTag.invalidKey("k".repeat(key)));
        }
    }

    @Test
    void of_moreThanFifty_isRefused() {
        assertThat(Tags.of(several(50))).hasSize(50);
        assertThatThrownBy(() -> Tags.of(several(51))).hasMessage(MessagesTag.TOO_MANY);
    }

    @Test
    void keys_moreThanFifty_isRefused() {
        List<String> keys = several(51).stream().map(TagMembers::key).toList();
        assertThat(Tags.keys(keys.subList(0, 50))).hasSize(50);
        assertThatThrownBy(() -> Tags.keys(keys)).hasMessage(MessagesTag.TOO_MANY);
    }

    private static List<TagMembers> several(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new TagMembers("k" + i, "v"))
                .toList();
    }
}
