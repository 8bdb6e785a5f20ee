package org.extenddb.transfer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.extenddb.config.StoreConfig;
import org.extenddb.core.object.ObjectStore;
import org.extenddb.core.object.ObjectStoreException.Reason;
import org.extenddb.core.object.ObjectWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class S3ObjectStoreTest extends ObjectStoreContract {
    private final S3Server server = S3Server.start();
    private final S3ObjectStore store = connect(S3Server.SECRET);

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Test
    void requests_all_areSignedAndOfS3sOwnForm() throws Exception {
        put("a b/ü", "x");
        get("a b/ü", 0);
        store.list("bucket", "a b/", null, 7);

        assertThat(server.requests())
                .containsExactly(
                        "PUT /bucket/a%20b/%C3%BC",
                        "GET /bucket/a%20b/%C3%BC", "GET /bucket?list-type=2&max-keys=7&prefix=a%20b%2F");
    }

    @Test
    void write_severalParts_isOneUpload() throws Exception {
        try (ObjectWriter writer = store.create("bucket", "k")) {
            writer.write(new byte[17 << 20]);
            writer.finish();
        }
        try (ObjectWriter dropped = store.create("bucket", "dropped")) {
            dropped.write(new byte[9 << 20]);
        }

        assertThat(server.requests())
                .containsExactly(
                        "POST /bucket/k?uploads",
                        "PUT /bucket/k?partNumber=1&uploadId=u1",
                        "PUT /bucket/k?partNumber=2&uploadId=u1",
                        "PUT /bucket/k?partNumber=3&uploadId=u1",
                        "POST /bucket/k?uploadId=u1",
                        "POST /bucket/dropped?uploads",
                        "PUT /bucket/dropped?partNumber=1&uploadId=u2",
                        "DELETE /bucket/dropped?uploadId=u2");
        assertThat(server.uploads()).isZero();
    }

    @Test
    void anything_wrongSecret_isAccessDenied() {
        try (S3ObjectStore stranger = connect("wrong")) {
            assertFails(Reason.ACCESS_DENIED, () -> stranger.open("bucket", "a", 0));
            assertFails(Reason.ACCESS_DENIED, () -> stranger.find("bucket", "a"));
        }
    }

    @Test
    void anything_serverAway_isUnavailable() {
        server.close();

        assertFails(Reason.UNAVAILABLE, () -> store.list("bucket", "", null, 1));
    }

    private S3ObjectStore connect(String secret) {
        URI endpoint = URI.create("http://localhost:" + server.port());
        return new S3ObjectStore(
                new StoreConfig.S3(endpoint, "eu-west-2", Optional.of(S3Server.KEY), Optional.of(secret), true));
    }
}
