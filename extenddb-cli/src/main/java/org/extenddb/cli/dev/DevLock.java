package org.extenddb.cli.dev;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import org.extenddb.cli.host.CommandFailure;
import org.jspecify.annotations.Nullable;

/** Held while a server is started on a home, and by a foreground server as long as it runs. The system frees it on a crash. */
final class DevLock implements AutoCloseable {
    private final FileChannel channel;

    private DevLock(FileChannel channel) {
        this.channel = channel;
    }

    static DevLock take(DevHome home) throws IOException {
        FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new CommandFailure("Another ./extenddb dev starts or runs on " + home.root()
                    + "; ./extenddb stop ends it, EXTENDDB_HOME chooses another home.");
        }
        return new DevLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
