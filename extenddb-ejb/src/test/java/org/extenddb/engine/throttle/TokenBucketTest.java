package org.extenddb.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void admits_untilTheBurstIsGone_andThenAtTheRate() {
        TokenBucket bucket = new TokenBucket(10, 300, 0);
        for (int i = 0; i < 3_000; i++) {
            assertThat(bucket.admits(10, 300, 0)).as("unit " + i).isTrue();
            bucket.take(1, 0);
        }
        assertThat(bucket.admits(10, 300, 0)).isFalse();

        int admitted = 0;
        for (long now = 0; now < 60 * SECOND; now += SECOND / 100) {
            if (bucket.admits(10, 300, now)) {
                bucket.take(1, now);
                admitted++;
            }
        }
        assertThat(admitted).isBetween(590, 601);
    }

    @Test
    void admits_whileInDebt_notBeforeItIsPaid() {
        TokenBucket bucket = new TokenBucket(10, 1, 0);
        bucket.take(60, 0);

        assertThat(bucket.admits(10, 1, 5 * SECOND)).isFalse();
        assertThat(bucket.admits(10, 1, 5 * SECOND + SECOND / 10)).isTrue();
    }

    @Test
    void admits_anotherRate_holdsFromThenOn() {
        TokenBucket bucket = new TokenBucket(10, 1, 0);
        bucket.take(20, 0);

        assertThat(bucket.admits(100, 1, 0)).isFalse();
        assertThat(bucket.admits(100, 1, SECOND / 5)).isTrue();
    }

    @Test
    void fill_afterLongRest_keepsNoMoreThanTheBurst() {
        TokenBucket bucket = new TokenBucket(1, 300, 0);
        bucket.take(300, 0);
        long later = 10_000 * SECOND;
        assertThat(bucket.admits(1, 300, later)).isTrue();
        bucket.take(300, later);
        assertThat(bucket.admits(1, 300, later)).isFalse();
    }
}
