package org.extenddb.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer as they are sent.
 *
 * @param gzipped whether they have to be unpacked
 */
@SuppressWarnings("ArrayRecordComponent")
record Payload(byte[] bytes, boolean gzipped) {
    /** Below this, packing saves no packet. */
    static final int MIN_GZIP_BYTES = 1024;

    /** Packs a body if the client takes it and it is worth it. */
    static Payload of(byte[] body, @Nullable String acceptEncoding) {
        boolean gzip = body.length >= MIN_GZIP_BYTES && acceptsGzip(acceptEncoding);
        return new Payload(gzip ? gzip(body) : body, gzip);
    }

    /** The value of x-amz-crc32. SDKs calculate it over the bytes received, before they unpack them. */
    long crc32() {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    /** Whether gzip is named, and not with a quality of nothing. */
    static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null || acceptEncoding.equals("identity")) {
            return false;
        }
        for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            int parameters = coding.indexOf(';');
            String name = parameters < 0 ? coding : coding.substring(0, parameters);
            if (name.strip().equals("gzip")) {
                return parameters < 0
                        || !isZero(coding.substring(parameters + 1).strip());
            }
        }
        return false;
    }

    private static boolean isZero(String parameter) {
        String quality = parameter.replace(" ", "");
        return quality.equals("q=0")
                || quality.equals("q=0.0")
                || quality.equals("q=0.00")
                || quality.equals("q=0.000");
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream out = new Gzip(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Fast rather than small: the server's time is dearer than a local network's. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(ByteArrayOutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
