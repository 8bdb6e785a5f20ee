package org.extenddb.transfer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.extenddb.core.object.ObjectStore;
import org.extenddb.core.object.ObjectStoreException.Reason;
import org.extenddb.core.object.ObjectWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryObjectStoreTest extends ObjectStoreContract {
    @TempDir
    Path folder;

    private Path root;
    private ObjectStore store;

    @BeforeEach
    void makeBucket() throws IOException {
        root = folder.resolve("root");
        Files.createDirectories(root.resolve("bucket"));
        store = new DirectoryObjectStore(root, false);
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "a/../../secret",
                "/etc/passwd",
                "a//b",
                "a/",
                "./a",
                "a\\..\\b",
                ".extenddb-x",
                "a\nb"
            })
    void anything_keyThatIsNoFile_isInvalidName(String key) throws IOException {
        Files.writeString(folder.resolve("secret"), "secret");

        assertFails(Reason.INVALID_NAME, () -> store.open("bucket", key, 0));
        assertFails(Reason.INVALID_NAME, () -> store.create("bucket", key));
        assertFails(Reason.INVALID_NAME, () -> store.delete("bucket", key));
    }

    @Test
    void links_below_areNotFollowed() throws IOException {
        Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(root.resolve("bucket/link"), folder);
        Files.createSymbolicLink(root.resolve("bucket/file"), folder.resolve("secret"));
        Files.createSymbolicLink(root.resolve("linked"), folder);

        assertFails(Reason.NO_SUCH_KEY, () -> store.open("bucket", "link/secret", 0));
        assertFails(Reason.NO_SUCH_KEY, () -> store.open("bucket", "file", 0));
        assertFails(Reason.INVALID_NAME, () -> store.create("bucket", "link/new"));
        assertFails(Reason.NO_SUCH_BUCKET, () -> store.open("linked", "secret", 0));
        assertThat(store.list("bucket", "", null, 10)).isEmpty();
    }

    /** A file where a link stood: the link goes, not what it led to. */
    @Test
    void finish_linkInItsPlace_replacesTheLink() throws IOException {
        Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(root.resolve("bucket/file"), folder.resolve("secret"));

        put("file", "mine");

        assertThat(get("file", 0)).isEqualTo("mine");
        assertThat(folder.resolve("secret")).hasContent("secret");
    }

    @Test
    void create_missingBucket_isMadeWhereAllowed() throws IOException {
        ObjectStore making = new DirectoryObjectStore(folder.resolve("new"), true);
        try (ObjectWriter writer = making.create("made", "a/b")) {
            writer.write(new byte[3]);
            writer.finish();
        }

        assertThat(folder.resolve("new/made/a/b")).hasSize(3);
        assertFails(Reason.NO_SUCH_BUCKET, () -> making.open("other", "a", 0));
    }

    @Test
    void create_fileInTheWay_isInvalidName() throws IOException {
        put("a", "file");

        assertFails(Reason.INVALID_NAME, () -> store.create("bucket", "a/b"));
    }
}
