package org.extenddb.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RequestBodiesTest {
    @Test
    void read_announcedLength_isTheBody() throws IOException {
        assertThat(RequestBodies.read(new ByteArrayInputStream(new byte[] {1, 2, 3}), 3))
                .containsExactly(1, 2, 3);
    }

    @Test
    void read_lessThanAnnounced_isWhatCame() throws IOException {
        assertThat(RequestBodies.read(new ByteArrayInputStream(new byte[] {1, 2}), 3))
                .containsExactly(1, 2);
    }

    @Test
    void read_chunkedUpToTheLimit_isTheBody() throws IOException {
        byte[] body = new byte[RequestBodies.MAX_BYTES];

        assertThat(RequestBodies.read(new ByteArrayInputStream(body), -1)).hasSize(RequestBodies.MAX_BYTES);
    }

    @Test
    void read_chunkedBeyondTheLimit_isNothing() throws IOException {
        byte[] body = new byte[RequestBodies.MAX_BYTES + 1];

        assertThat(RequestBodies.read(new ByteArrayInputStream(body), -1)).isNull();
    }
}
