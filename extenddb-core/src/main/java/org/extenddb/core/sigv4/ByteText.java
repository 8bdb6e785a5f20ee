package org.extenddb.core.sigv4;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes written as text. Characters below 256 are one byte each: a servlet container hands header bytes over as Latin-1, and the
 * signature is over the bytes. Others are UTF-8.
 */
final class ByteText {
    private byte[] bytes;
    private int length;

    ByteText(int capacity) {
        bytes = new byte[capacity];
    }

    void append(String text) {
        int end = text.length();
        ensure(end);
        for (int i = 0; i < end; i++) {
            append(text.charAt(i));
        }
    }

    void append(char c) {
        if (c < 0x100) {
            ensure(1);
            bytes[length++] = (byte) c;
        } else {
            byte[] encoded = String.valueOf(c).getBytes(StandardCharsets.UTF_8);
            ensure(encoded.length);
            System.arraycopy(encoded, 0, bytes, length, encoded.length);
            length += encoded.length;
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
