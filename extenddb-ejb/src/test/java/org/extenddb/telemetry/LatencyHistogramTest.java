package org.extenddb.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
    private final LatencyHistogram histogram = new LatencyHistogram();

    @Test
    void percentile_nothingCounted_isZero() {
        assertThat(histogram.percentile(0.99)).isZero();
    }

    @Test
    void percentile_thousandTimes_isKnownToAnEighth() {
        for (int i = 1; i <= 1_000; i++) {
            histogram.add(i * 1_000_000L);
        }

        assertThat(histogram.percentile(0.5)).isCloseTo(500, Percentage.withPercentage(13));
        assertThat(histogram.percentile(0.99)).isCloseTo(990, Percentage.withPercentage(13));
        assertThat(histogram.percentile(1)).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void percentile_shortestAndLongestTimes_haveAPlace() {
        histogram.add(0);
        histogram.add(3);
        histogram.add(Long.MAX_VALUE);

        assertThat(histogram.percentile(0.1)).isCloseTo(0, within(0.001));
        assertThat(histogram.percentile(1)).isGreaterThan(1e12);
    }
}
