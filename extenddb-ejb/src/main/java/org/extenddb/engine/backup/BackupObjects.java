package org.extenddb.engine.backup;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.backup.BackupManifest;
import org.extenddb.core.backup.StoredBackup.Location;
import org.extenddb.core.object.ObjectInfo;
import org.extenddb.core.object.ObjectStore;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.object.ObjectStoreException.Reason;
import org.extenddb.core.object.ObjectWriter;

/** The objects that a backup consists of. */
@SingleInstance
public final class BackupObjects {
    private static final int PAGE = 500;

    /** Of a manifest that may come from anywhere. */
    private static final int MAX_MANIFEST = 64 << 20;

    private final ObjectStore store;

    @Inject
    public BackupObjects(ObjectStore store) {
        this.store = store;
    }

    /** Begins an object behind the backup's prefix. */
    public ObjectWriter create(Location location, String key) throws IOException {
        return store.create(location.bucket(), location.prefix() + key);
    }

    public InputStream open(Location location, String key) throws IOException {
        return store.open(location.bucket(), location.prefix() + key, 0);
    }

    /** Writes the manifest's checksum first: whoever finds a manifest finds that too. */
    public void write(Location location, BackupManifest manifest) throws IOException {
        byte[] json = manifest.toJson();
        put(location, BackupManifest.CHECKSUM_KEY, BackupManifest.checksum(hex(sha256().digest(json))));
        put(location, BackupManifest.KEY, json);
    }

    private void put(Location location, String key, byte[] bytes) throws IOException {
        try (ObjectWriter out = create(location, key)) {
            out.write(bytes, 0, bytes.length);
            out.finish();
        }
    }

    /** @throws CorruptBackupException when it is not what its checksum says, or cannot be read */
    public BackupManifest manifest(Location location) throws IOException {
        byte[] json = read(location, BackupManifest.KEY);
        String checksum = new String(read(location, BackupManifest.CHECKSUM_KEY), StandardCharsets.US_ASCII).strip();
        if (!checksum.equals(hex(sha256().digest(json)))) {
            throw new CorruptBackupException("The manifest of the backup is not what its checksum says.");
        }
        try {
            return BackupManifest.ofJson(json);
        } catch (RuntimeException e) {
            throw new CorruptBackupException("The manifest of the backup cannot be read: " + e.getMessage());
        }
    }

    private byte[] read(Location location, String key) throws IOException {
        try (InputStream in = open(location, key)) {
            byte[] bytes = in.readNBytes(MAX_MANIFEST + 1);
            if (bytes.length > MAX_MANIFEST) {
                throw new CorruptBackupException("The backup's " + key + " is too large.");
            }
            return bytes;
        }
    }

    /** Removes all of them, the manifest first. Where there is not even a bucket, or a store, there is nothing to remove. */
    public void delete(Location location) throws IOException {
        try {
            deleteAll(location);
        } catch (ObjectStoreException e) {
            if (e.reason() != Reason.NO_SUCH_BUCKET && e.reason() != Reason.NOT_CONFIGURED) {
                throw e;
            }
        }
    }

    /**
     * Where a backup is that is in a folder or in one of its folders: where its manifest is. The folder itself where there is no manifest at
     * all.
     */
    public Location find(Location folder) throws IOException {
        List<ObjectInfo> page = store.list(folder.bucket(), folder.prefix(), null, PAGE);
        while (!page.isEmpty()) {
            for (ObjectInfo object : page) {
                String within = object.key().substring(folder.prefix().length());
                if (within.matches("([^/]+/)?" + Pattern.quote(BackupManifest.KEY))) {
                    int end = object.key().length() - BackupManifest.KEY.length();
                    return new Location(folder.bucket(), object.key().substring(0, end));
                }
            }
            page = store.list(
                    folder.bucket(), folder.prefix(), page.get(page.size() - 1).key(), PAGE);
        }
        return folder;
    }

    /** Removes what is in a folder but not in this one of its folders. */
    public void deleteOthers(Location all, Location kept) throws IOException {
        deleteListed(all, key -> !key.startsWith(kept.prefix()));
    }

    private void deleteAll(Location location) throws IOException {
        store.delete(location.bucket(), location.prefix() + BackupManifest.KEY);
        deleteListed(location, key -> true);
    }

    private void deleteListed(Location location, Predicate<String> isMeant) throws IOException {
        List<ObjectInfo> page = store.list(location.bucket(), location.prefix(), null, PAGE);
        while (!page.isEmpty()) {
            for (ObjectInfo object : page) {
                if (isMeant.test(object.key())) {
                    store.delete(location.bucket(), object.key());
                }
            }
            page = store.list(
                    location.bucket(),
                    location.prefix(),
                    page.get(page.size() - 1).key(),
                    PAGE);
        }
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
