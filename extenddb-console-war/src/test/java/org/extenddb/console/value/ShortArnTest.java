package org.extenddb.console.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortArnTest {
    @Test
    void of_arn_isItsLastPart() {
        assertThat(ShortArn.of("arn:aws:dynamodb:us-east-1:123456789012:table/orders/stream/2026-01-01T00:00:00.000"))
                .isEqualTo("table/orders/stream/2026-01-01T00:00:00.000");
        assertThat(ShortArn.of("arn:aws:iam::123456789012:user/ann")).isEqualTo("user/ann");
    }

    @Test
    void of_anythingElse_isAsItIs() {
        assertThat(ShortArn.of("setting/a:b:c:d:e:f")).isEqualTo("setting/a:b:c:d:e:f");
        assertThat(ShortArn.of("arn:aws")).isEqualTo("arn:aws");
    }
}
