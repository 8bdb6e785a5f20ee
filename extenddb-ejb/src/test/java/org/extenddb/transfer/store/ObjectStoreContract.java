package org.extenddb.transfer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.extenddb.core.object.ObjectInfo;
import org.extenddb.core.object.ObjectStore;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.object.ObjectStoreException.Reason;
import org.extenddb.core.object.ObjectWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every object store does. There is a bucket {@code bucket} and nothing in it. */
abstract class ObjectStoreContract {
    abstract ObjectStore store();

    @Test
    void finish_written_isReadWhole() throws IOException {
        ObjectInfo written = put("a/b c/ü+%41.json", "hello");

        assertThat(get("a/b c/ü+%41.json", 0)).isEqualTo("hello");
        assertThat(written.size()).isEqualTo(5);
        assertThat(store().find("bucket", "a/b c/ü+%41.json")).isEqualTo(written);
    }

    @Test
    void finish_again_replaces() throws IOException {
        ObjectInfo before = put("a", "one");
        ObjectInfo after = put("a", "other");

        assertThat(get("a", 0)).isEqualTo("other");
        assertThat(after.etag()).isNotEqualTo(before.etag());
    }

    @Test
    void finish_nothingWritten_isAnEmptyObject() throws IOException {
        put("empty", "");

        assertThat(get("empty", 0)).isEmpty();
        assertThat(Objects.requireNonNull(store().find("bucket", "empty")).size())
                .isZero();
    }

    @Test
    void finish_large_isReadFromAnywhere() throws IOException {
        byte[] bytes = new byte[20 << 20];
        new Random(1).nextBytes(bytes);
        try (ObjectWriter writer = store().create("bucket", "large")) {
            writer.write(bytes, 0, 5_000_000);
            writer.write(bytes[5_000_000]);
            writer.write(bytes, 5_000_001, bytes.length - 5_000_001);
            writer.finish();
        }

        try (InputStream in = store().open("bucket", "large", 0)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        try (InputStream in = store().open("bucket", "large", 9_999_999)) {
            assertThat(in.readNBytes(1000)).isEqualTo(Arrays.copyOfRange(bytes, 9_999_999, 10_000_999));
        }
    }

    @Test
    void close_notFinished_leavesNothing() throws IOException {
        try (ObjectWriter writer = store().create("bucket", "dropped")) {
            writer.write(new byte[9 << 20]);
        }

        assertThat(store().find("bucket", "dropped")).isNull();
        assertThat(store().list("bucket", "", null, 10)).isEmpty();
    }

    @Test
    void open_fromTheEndOn_isEmpty() throws IOException {
        put("a", "abc");

        assertThat(get("a", 2)).isEqualTo("c");
        assertThat(get("a", 3)).isEmpty();
    }

    @Test
    void open_missing_isNoSuchKey() {
        assertFails(Reason.NO_SUCH_KEY, () -> store().open("bucket", "none", 0));
        assertFails(Reason.NO_SUCH_KEY, () -> store().open("bucket", "none/deep", 0));
    }

    @Test
    void anything_missingBucket_isNoSuchBucket() {
        assertFails(Reason.NO_SUCH_BUCKET, () -> store().open("missing", "a", 0));
        assertFails(Reason.NO_SUCH_BUCKET, () -> store().list("missing", "", null, 1));
        assertFails(Reason.NO_SUCH_BUCKET, () -> store().find("missing", "a"));
        assertFails(Reason.NO_SUCH_BUCKET, () -> {
            try (ObjectWriter writer = store().create("missing", "a")) {
                writer.finish();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "a/b", "/etc", "a\\b", "a\0b", "-a-", "b..c", "ü"})
    void anything_oddBucket_isInvalidName(String bucket) {
        assertFails(Reason.INVALID_NAME, () -> store().open(bucket, "a", 0));
        assertFails(Reason.INVALID_NAME, () -> store().create(bucket, "a"));
        assertFails(Reason.INVALID_NAME, () -> store().list(bucket, "", null, 1));
    }

    @Test
    void list_prefix_isInOrderAndPaged() throws IOException {
        for (String key : new String[] {"p/b", "p/a", "p/a/x", "q", "p.x", "p/\uD83D\uDE00", "p/\uFF5E"}) {
            if (!key.equals("p/a")) {
                put(key, key);
            }
        }

        assertThat(store().list("bucket", "p", null, 10))
                .extracting(ObjectInfo::key)
                .containsExactly("p.x", "p/a/x", "p/b", "p/\uFF5E", "p/\uD83D\uDE00");
        assertThat(store().list("bucket", "p/", null, 2))
                .extracting(ObjectInfo::key)
                .containsExactly("p/a/x", "p/b");
        assertThat(store().list("bucket", "p/", "p/b", 10)).hasSize(2);
        assertThat(store().list("bucket", "p/a/x", null, 10)).hasSize(1);
        assertThat(store().list("bucket", "nothing", null, 10)).isEmpty();
    }

    @Test
    void delete_present_isGone() throws IOException {
        put("d/e", "x");

        store().delete("bucket", "d/e");
        store().delete("bucket", "d/e");

        assertThat(store().find("bucket", "d/e")).isNull();
        assertThat(store().list("bucket", "", null, 10)).isEmpty();
    }

    final ObjectInfo put(String key, String text) throws IOException {
        try (ObjectWriter writer = store().create("bucket", key)) {
            writer.write(text.getBytes(StandardCharsets.UTF_8));
            return writer.finish();
        }
    }

    final String get(String key, long offset) throws IOException {
        try (InputStream in = store().open("bucket", key, offset)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void assertFails(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ObjectStoreException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
