package org.extenddb.transfer.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.TreeMap;
import org.extenddb.core.model.Utf8Order;
import org.extenddb.core.object.ObjectInfo;
import org.jspecify.annotations.Nullable;

/** The first files of a bucket after some key. Walks over all that the prefix leaves; keeps no more than was asked for. */
final class DirectoryListing extends SimpleFileVisitor<Path> {
    private final Path bucket;
    private final String prefix;
    private final @Nullable String after;
    private final int limit;
    private final TreeMap<String, ObjectInfo> found = new TreeMap<>(Utf8Order.INSTANCE);

    DirectoryListing(Path bucket, String prefix, @Nullable String after, int limit) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.after = after;
        this.limit = limit;
    }

    List<ObjectInfo> read() throws IOException {
        Files.walkFileTree(bucket, this);
        return List.copyOf(found.values());
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        String key = directory.equals(bucket) ? "" : key(directory) + "/";
        boolean mayHold = key.startsWith(prefix) || prefix.startsWith(key);
        return mayHold ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String key = key(file);
        boolean wanted = attributes.isRegularFile()
                && key.startsWith(prefix)
                && !file.getFileName().toString().startsWith(BucketPath.UNFINISHED)
                && (after == null || Utf8Order.INSTANCE.compare(key, after) > 0);
        if (wanted) {
            found.put(key, DirectoryObjectStore.info(key, attributes));
            if (found.size() > limit) {
                found.pollLastEntry();
            }
        }
        return FileVisitResult.CONTINUE;
    }

    /** It was removed meanwhile. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(bucket)) {
            throw failure;
        }
        return FileVisitResult.CONTINUE;
    }

    private String key(Path path) {
        return bucket.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
