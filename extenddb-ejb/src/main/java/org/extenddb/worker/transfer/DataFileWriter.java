package org.extenddb.worker.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.extenddb.core.api.transfer.ExportCheckpoint.DataFile;
import org.extenddb.core.object.ObjectInfo;
import org.extenddb.core.object.ObjectWriter;

/** A file of items on its way into the bucket, compressed. */
final class DataFileWriter implements Closeable {
    private static final int BUFFER = 1 << 16;

    /** Items compress about as well as at higher levels, in half the time. */
    private static final int LEVEL = 3;

    private final ObjectWriter object;
    private final MessageDigest digest = md5();
    private final OutputStream gzip;
    private long items;
    private long bytes;

    DataFileWriter(ObjectWriter object) throws IOException {
        this.object = object;
        this.gzip = new Gzip(new DigestOutputStream(new Unclosed(object), digest));
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(LEVEL);
        }
    }

    /** Closing gzip ends its stream, and must not drop the object. */
    private static final class Unclosed extends OutputStream {
        private final OutputStream out;

        Unclosed(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            out.write(source, offset, length);
        }
    }

    /** An item's line, in parts. */
    void write(byte[]... parts) throws IOException {
        for (byte[] part : parts) {
            gzip.write(part);
            bytes += part.length;
        }
        items++;
    }

    /** Before compression. */
    long bytes() {
        return bytes;
    }

    DataFile finish() throws IOException {
        gzip.close();
        ObjectInfo info = object.finish();
        return new DataFile(
                info.key(),
                items,
                Base64.getEncoder().encodeToString(digest.digest()),
                info.etag().replace("\"", ""));
    }

    @Override
    public void close() throws IOException {
        object.close();
    }

    /** As the manifests of exports have it; nothing is kept safe by it. */
    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
