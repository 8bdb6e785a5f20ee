package org.extenddb.worker.backup;

import java.io.IOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.extenddb.core.backup.BackupManifest.Part;
import org.extenddb.core.backup.StoredBackup.Location;
import org.extenddb.core.backup.StoredBackup.Size;
import org.extenddb.core.object.ObjectWriter;
import org.extenddb.engine.backup.BackupObjects;
import org.jspecify.annotations.Nullable;

/** Writes a backup's items into parts of some megabytes, where nobody else writes. Closing it drops a part that is not finished. */
final class PartsWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final BackupObjects objects;
    private final Location location;
    private final long partBytes;
    private final List<Part> parts = new ArrayList<>();
    private @Nullable Open open;

    /** @param partBytes a part ends with the item that makes it so long, before compression */
    PartsWriter(BackupObjects objects, Location location, long partBytes) {
        this.objects = objects;
        this.location = location;
        this.partBytes = partBytes;
    }

    /** A part that is being written. */
    private static final class Open {
        private final String key;
        private final ObjectWriter object;
        private final MessageDigest digest = BackupObjects.sha256();
        private final GZIPOutputStream out;
        private long items;
        private long bytes;
        private long written;

        Open(String key, ObjectWriter object) throws IOException {
            this.key = key;
            this.object = object;
            this.out = new GZIPOutputStream(new DigestOutputStream(object, digest), BUFFER);
        }
    }

    /** Writes an item; answers whether a part has ended with it. */
    boolean write(byte[] json, int size) throws IOException {
        Open part = open;
        if (part == null) {
            String key = "items/%06d.json.gz".formatted(parts.size() + 1);
            part = new Open(key, objects.create(location, key));
            open = part;
        }
        part.out.write(json);
        part.out.write('\n');
        part.items++;
        part.bytes += size;
        part.written += json.length + 1L;
        if (part.written < partBytes) {
            return false;
        }
        end();
        return true;
    }

    /** Ends the last part. */
    List<Part> finish() throws IOException {
        end();
        return List.copyOf(parts);
    }

    private void end() throws IOException {
        Open part = open;
        if (part != null) {
            part.out.finish();
            part.out.flush();
            part.object.finish();
            parts.add(new Part(part.key, part.items, part.bytes, BackupObjects.hex(part.digest.digest())));
            part.object.close();
            open = null;
        }
    }

    /** Of the parts that have ended. */
    Size size() {
        return new Size(
                parts.stream().mapToLong(Part::items).sum(),
                parts.stream().mapToLong(Part::bytes).sum());
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.object.close();
            open = null;
        }
    }
}
