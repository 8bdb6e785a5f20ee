package org.extenddb.transfer.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.extenddb.core.object.ObjectInfo;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.object.ObjectWriter;

/** Writes to a file that nobody sees, and gives it its name when it is whole and on disk. */
final class FileObjectWriter extends ObjectWriter {
    private final Path file;
    private final String key;
    private final Path unfinished;
    private final FileChannel channel;

    /** @param directory the bucket's: the unfinished file is in it, and so on the same file system as any file of the bucket */
    FileObjectWriter(Path directory, Path file, String key) throws IOException {
        this.file = file;
        this.key = key;
        this.unfinished = directory.resolve(BucketPath.UNFINISHED + UUID.randomUUID());
        this.channel = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw FileFailures.of(e);
        }
    }

    @Override
    public ObjectInfo finish() throws ObjectStoreException {
        try {
            channel.force(true);
            channel.close();
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncDirectory();
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return DirectoryObjectStore.info(key, attributes);
        } catch (IOException e) {
            throw FileFailures.of(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(unfinished);
    }

    /** Where directories cannot be opened, as on Windows, the system keeps them itself. */
    private void syncDirectory() throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }
}
