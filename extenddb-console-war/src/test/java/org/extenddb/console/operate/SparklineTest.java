package org.extenddb.console.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparklineTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "0.4, 1", "1.5, 2", "3, 5", "7, 10", "11, 20", "430, 500"})
    void top_anyMost_isARoundNumberAbove(double most, double top) {
        assertThat(Sparkline.top(List.of(most))).isEqualTo(top);
    }

    @Test
    void points_twoValues_standAtTheRightEdge() {
        assertThat(Sparkline.points(List.of(0.0, 10.0), 61, 10)).isEqualTo("590.0,118.0 600.0,2.0");
    }
}
