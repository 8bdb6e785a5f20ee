package org.extenddb.transfer.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.extenddb.core.object.ObjectNames;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.object.ObjectStoreException.Reason;

/**
 * The directory of a bucket, and the way from keys to files in it.
 *
 * @param directory absolute, and no link
 */
record BucketPath(Path directory) {
    /** Files whose names begin so are being written: nobody sees them. */
    static final String UNFINISHED = ".extenddb-";

    private static final int MAX_NAME_BYTES = 255;

    /** The file of a key, whether it is there or not. */
    Path file(String key) throws IOException {
        ObjectNames.checkKey(key);
        Path file = directory;
        for (String part : key.split("/", -1)) {
            checkPart(part, key);
            try {
                file = file.resolve(part);
            } catch (InvalidPathException e) {
                throw invalid(key);
            }
        }
        if (!file.normalize().equals(file) || !file.startsWith(directory)) {
            throw invalid(key);
        }
        return file;
    }

    /**
     * The file of a key whose directories are there and are no links.
     *
     * @throws NoSuchFileException when one is not
     */
    Path existing(String key) throws IOException {
        Path file = file(key);
        for (Path parent = file.getParent(); parent != null && !parent.equals(directory); parent = parent.getParent()) {
            if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
                throw new NoSuchFileException(key);
            }
        }
        return file;
    }

    /** The directory of a file, which is the bucket's or one in it. */
    static Path parentOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "a file in a bucket");
    }

    /** Makes the directories between the bucket's and this one, which is in it. */
    void makeDirectories(Path wanted) throws IOException {
        Path made = directory;
        for (Path part : directory.relativize(wanted)) {
            if (part.toString().isEmpty()) {
                continue;
            }
            made = made.resolve(part);
            try {
                Files.createDirectory(made);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(made, LinkOption.NOFOLLOW_LINKS)) {
                    throw invalid(directory.relativize(wanted).toString());
                }
            }
        }
    }

    /** Object stores have no directories, so none is left without files. */
    void removeEmptyDirectories(Path from) throws IOException {
        for (Path empty = from; empty != null && !empty.equals(directory); empty = empty.getParent()) {
            try {
                Files.deleteIfExists(empty);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    private static void checkPart(String part, String key) throws ObjectStoreException {
        boolean odd = part.isEmpty()
                || part.equals(".")
                || part.equals("..")
                || part.toLowerCase(Locale.ROOT).startsWith(UNFINISHED)
                || part.indexOf('\\') >= 0
                || part.chars().anyMatch(c -> c < ' ')
                || part.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES;
        if (odd) {
            throw invalid(key);
        }
    }

    private static ObjectStoreException invalid(String key) {
        String shown = key.length() > 100 ? key.substring(0, 100) + "..." : key;
        return new ObjectStoreException(Reason.INVALID_NAME, "no file can be called so: " + shown, null);
    }
}
