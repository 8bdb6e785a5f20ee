package org.extenddb.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {
    private static final byte[] LONG = "{\"a\":\"b\"}".repeat(500).getBytes(StandardCharsets.UTF_8);

    @Test
    void crc32_healthyText_isTheOneOfAws() {
        byte[] healthy = "healthy: dynamodb.us-east-1.amazonaws.com ".getBytes(StandardCharsets.UTF_8);

        assertThat(new Payload(healthy, false).crc32()).isEqualTo(3128867991L);
    }

    @Test
    void crc32_unknownOperation_isTheOneOfAws() {
        byte[] unknown = "<UnknownOperationException/>\n".getBytes(StandardCharsets.UTF_8);

        assertThat(new Payload(unknown, false).crc32()).isEqualTo(3552371480L);
    }

    @Test
    void of_clientTakesGzip_isPackedAndSummedAsSent() {
        Payload payload = Payload.of(LONG, "gzip, deflate");
        CRC32 sum = new CRC32();
        sum.update(payload.bytes());

        assertThat(payload.gzipped()).isTrue();
        assertThat(payload.bytes().length).isLessThan(LONG.length / 10);
        assertThat(payload.crc32()).isEqualTo(sum.getValue());
    }

    @Test
    void of_anyBody_unpacksToItself() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            byte[] body = new byte[random.nextInt(200_000)];
            random.nextBytes(body);
            Payload payload = Payload.of(body, "gzip");
            byte[] read = payload.gzipped()
                    ? new GZIPInputStream(new ByteArrayInputStream(payload.bytes())).readAllBytes()
                    : payload.bytes();

            assertThat(read).as("seed %d round %d", seed, round).isEqualTo(body);
        }
    }

    @Test
    void of_shortBody_staysAsItIs() {
        byte[] body = new byte[Payload.MIN_GZIP_BYTES - 1];

        assertThat(Payload.of(body, "gzip")).isEqualTo(new Payload(body, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "deflate, gzip;q=0.5", "gzip;q=1.0, identity"})
    void acceptsGzip_named_isTrue(String header) {
        assertThat(Payload.acceptsGzip(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "deflate, br", "gzip;q=0", "gzip; q=0.000", "*", "x-gzipped"})
    void acceptsGzip_notNamedOrRefused_isFalse(String header) {
        assertThat(Payload.acceptsGzip(header)).isFalse();
    }

    @Test
    void acceptsGzip_noHeader_isFalse() {
        assertThat(Payload.acceptsGzip(null)).isFalse();
    }
}
