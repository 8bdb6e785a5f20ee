package org.extenddb.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Activity ACTIVITY = new Activity(NOON, Duration.ofMinutes(30));

    @Test
    void isOver_pollsAlone_endWithTheLastPerson() {
        Activity polled = ACTIVITY.with(NOON.plusSeconds(1_700), true);

        assertThat(polled.isOver(NOON.plusSeconds(1_800))).isFalse();
        assertThat(polled.isOver(NOON.plusSeconds(1_801))).isTrue();
    }

    @Test
    void left_somebodyDidSomething_countsFromThen() {
        Activity active = ACTIVITY.with(NOON.plusSeconds(1_700), false);

        assertThat(active.left(NOON.plusSeconds(1_800))).isEqualTo(Duration.ofSeconds(1_700));
    }
}
