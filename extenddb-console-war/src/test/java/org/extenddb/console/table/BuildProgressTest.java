package org.extenddb.console.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildProgressTest {
    @Test
    void percent_someDone_isTheirShare() {
        assertThat(new BuildProgress(0, 200).percent()).isZero();
        assertThat(new BuildProgress(51, 200).percent()).isEqualTo(25);
    }

    @Test
    void percent_allDone_isNotYetAHundred() {
        assertThat(new BuildProgress(200, 200).percent()).isEqualTo(99);
    }

    @Test
    void percent_countBehind_isUnknown() {
        assertThat(new BuildProgress(3, 0).percent()).isNull();
        assertThat(new BuildProgress(3, 2).percent()).isNull();
    }
}
