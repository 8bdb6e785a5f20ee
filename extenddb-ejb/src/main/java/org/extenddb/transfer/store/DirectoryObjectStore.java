package org.extenddb.transfer.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.extenddb.core.object.ObjectInfo;
import org.extenddb.core.object.ObjectNames;
import org.extenddb.core.object.ObjectStore;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.object.ObjectStoreException.Reason;
import org.extenddb.core.object.ObjectWriter;
import org.jspecify.annotations.Nullable;

/**
 * Buckets are the subdirectories of a root, objects the files below. No symbolic link below the root is followed. Keys that no file
 * can be called by, such as those with a {@code ..} or an empty part, are refused rather than translated.
 */
final class DirectoryObjectStore implements ObjectStore {
    private final Path root;
    private final boolean createBuckets;

    /** @param createBuckets whether a missing bucket is made when something is written to it */
    DirectoryObjectStore(Path root, boolean createBuckets) {
        this.root = root.toAbsolutePath().normalize();
        this.createBuckets = createBuckets;
    }

    @Override
    public ObjectWriter create(String bucket, String key) throws ObjectStoreException {
        try {
            BucketPath path = createBuckets ? makeBucket(bucket) : bucket(bucket);
            Path file = path.file(key);
            path.makeDirectories(BucketPath.parentOf(file));
            return new FileObjectWriter(path.directory(), file, key);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public InputStream open(String bucket, String key, long offset) throws ObjectStoreException {
        try {
            Path file = bucket(bucket).existing(key);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw noSuchKey(key);
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            return Channels.newInputStream(channel.position(offset));
        } catch (NoSuchFileException e) {
            throw noSuchKey(key);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public @Nullable ObjectInfo find(String bucket, String key) throws ObjectStoreException {
        try {
            Path file = bucket(bucket).existing(key);
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() ? info(key, attributes) : null;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public List<ObjectInfo> list(String bucket, String prefix, @Nullable String after, int limit)
            throws ObjectStoreException {
        try {
            return new DirectoryListing(bucket(bucket).directory(), prefix, after, limit).read();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void delete(String bucket, String key) throws ObjectStoreException {
        try {
            BucketPath path = bucket(bucket);
            Path file = path.existing(key);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(file);
                path.removeEmptyDirectories(BucketPath.parentOf(file));
            }
        } catch (NoSuchFileException e) {
            // is not there, as it should be
        } catch (IOException e) {
            throw failure(e);
        }
    }

    static ObjectInfo info(String key, BasicFileAttributes file) {
        String etag = Long.toHexString(file.size()) + "-"
                + Long.toHexString(file.lastModifiedTime().toMillis());
        return new ObjectInfo(key, file.size(), etag);
    }

    private BucketPath bucket(String bucket) throws IOException {
        ObjectNames.checkBucket(bucket);
        Path directory = root.resolve(bucket);
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new ObjectStoreException(Reason.NO_SUCH_BUCKET, "The specified bucket does not exist", null);
        }
        return new BucketPath(directory);
    }

    private BucketPath makeBucket(String bucket) throws IOException {
        ObjectNames.checkBucket(bucket);
        Files.createDirectories(root);
        try {
            Files.createDirectory(root.resolve(bucket));
        } catch (FileAlreadyExistsException e) {
            // somebody was quicker
        }
        return bucket(bucket);
    }

    private static ObjectStoreException noSuchKey(String key) {
        return new ObjectStoreException(Reason.NO_SUCH_KEY, "The specified key does not exist: " + key, null);
    }

    private static ObjectStoreException failure(IOException e) {
        return FileFailures.of(e);
    }
}
