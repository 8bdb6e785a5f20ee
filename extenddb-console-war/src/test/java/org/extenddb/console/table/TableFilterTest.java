package org.extenddb.console.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFilterTest {
    private static final List<String> NAMES = List.of("Orders", "orders-old", "people", "plain");
    private static final Map<String, Map<String, String>> TAGS = Map.of(
            "Orders", Map.of("team", "boarding", "stage", "prod"),
            "orders-old", Map.of("team", "boarding pass", "stage", "production"),
            "people", Map.of("Team", "crew", "a=b", "c"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "''|Orders orders-old people plain",
                "ORD|Orders orders-old",
                "old ord|orders-old",
                "tag:team|Orders orders-old people",
                "tag:TEAM=Crew|people",
                "tag:team=boarding|Orders",
                "tag:team=board*|Orders orders-old",
                "tag:\"team=boarding pass\"|orders-old",
                "tag:\"team=boarding p|''",
                "tag:stage=prod ord|Orders",
                "tag:stage=prod old|''",
                "tag:stage tag:team=boarding|Orders",
                "tag:a=b|people",
                "tag:a=b=c|people",
                "tag:tea|''",
                "tag:tea*|Orders orders-old people",
                "tag:|Orders orders-old people plain",
                "tag: peo|people"
            })
    void of_namesAndTags_areThoseThatFit(String text, String expected) {
        assertThat(String.join(" ", TableFilter.parse(text).of(NAMES, () -> TAGS)))
                .isEqualTo(expected);
    }

    @Test
    void of_withoutTags_doesNotAskForThem() {
        assertThat(TableFilter.parse("orders").of(NAMES, () -> {
                    throw new AssertionError("asked");
                }))
                .hasSize(2);
    }
}
