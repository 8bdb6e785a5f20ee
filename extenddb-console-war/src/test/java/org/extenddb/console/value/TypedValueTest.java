package org.extenddb.console.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedValueTest {
    @Test
    void preview_longText_isCutBetweenCharacters() {
        assertThat(TypedValue.preview(TypedValue.of("S", "a".repeat(160)))).isEqualTo("a".repeat(160));
        assertThat(TypedValue.preview(TypedValue.of("S", "a".repeat(159) + "🎉🎉")))
                .isEqualTo("a".repeat(159) + "…");
        assertThat(TypedValue.preview(TypedValue.of("S", "a".repeat(158) + "🎉🎉")))
                .isEqualTo("a".repeat(158) + "🎉…");
    }
}
