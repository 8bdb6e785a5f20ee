package org.extenddb.storage.jpa.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.extenddb.core.testing.Seeds;
import org.junit.jupiter.api.Test;

class StoredTextTest {
    private static final String ESCAPE = "\uDBFF\uDFFF";
    private static final String[] PARTS = {"\0", ESCAPE, "0", "\\", "a", "\u00e9", "\uD83D\uDE00"};

    @Test
    void encode_anyText_holdsNoZeroByteAndComesBack() {
        Seeds.forEach(10_000, random -> {
            String text = text(random);
            String stored = StoredText.encode(text);
            assertThat(stored).doesNotContain("\0");
            assertThat(StoredText.decode(stored)).isEqualTo(text);
        });
    }

    @Test
    void encode_textWithoutEither_isTheText() {
        assertThat(StoredText.encode("any\uD83D\uDE00text")).isEqualTo("any\uD83D\uDE00text");
    }

    @Test
    void decode_keptBeforeThereWasTheRule_isTheText() {
        assertThat(StoredText.decode(ESCAPE + "x" + ESCAPE)).isEqualTo(ESCAPE + "x" + ESCAPE);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }
}
