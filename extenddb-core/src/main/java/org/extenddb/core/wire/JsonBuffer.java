package org.extenddb.core.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow: text as UTF-8, with JSON's quotes and escapes. */
final class JsonBuffer {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_UTF8_OR_ESCAPE = 6;

    private byte[] buffer;
    private int size;

    JsonBuffer(int capacity) {
        buffer = new byte[Math.max(capacity, 16)];
    }

    /** One byte, for which {@link #ensure} has made room. */
    void put(int b) {
        buffer[size++] = (byte) b;
    }

    /** Makes room for so many bytes more. */
    void ensure(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }

    void bytes(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    /** Text that needs no escapes, in quotes. */
    void quotedAscii(byte[] text) {
        ensure(text.length + 2);
        put('"');
        bytes(text);
        ensure(1);
        put('"');
    }

    /** Text in quotes; an unpaired surrogate becomes a question mark. */
    void quoted(String text) {
        int length = text.length();
        ensure(length + 2);
        put('"');
        int at = 0;
        byte[] target = buffer;
        int position = size;
        for (; at < length; at++) {
            char c = text.charAt(at);
            if (c < ' ' || c >= 0x80 || c == '"' || c == '\\') {
                break;
            }
            target[position++] = (byte) c;
        }
        size = position;
        if (at < length) {
            escaped(text, at);
        }
        ensure(1);
        put('"');
    }

    private void escaped(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            ensure(MAX_UTF8_OR_ESCAPE);
            char c = text.charAt(at);
            if (c < ' ' || c == '"' || c == '\\') {
                escape(c);
            } else if (c < 0x80) {
                put(c);
            } else if (c < 0x800) {
                put(0xC0 | c >> 6);
                put(0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                put(0xE0 | c >> 12);
                put(0x80 | c >> 6 & 0x3F);
                put(0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                supplementary(Character.toCodePoint(c, text.charAt(++at)));
            } else {
                put('?');
            }
        }
    }

    private void supplementary(int codePoint) {
        put(0xF0 | codePoint >> 18);
        put(0x80 | codePoint >> 12 & 0x3F);
        put(0x80 | codePoint >> 6 & 0x3F);
        put(0x80 | codePoint & 0x3F);
    }

    private void escape(char c) {
        put('\\');
        switch (c) {
            case '"', '\\' -> put(c);
            case '\b' -> put('b');
            case '\t' -> put('t');
            case '\n' -> put('n');
            case '\f' -> put('f');
            case '\r' -> put('r');
            default -> {
                put('u');
                put('0');
                put('0');
                put(HEX[c >> 4]);
                put(HEX[c & 0xF]);
            }
        }
    }

    int size() {
        return size;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    @Override
    public String toString() {
        return new String(buffer, 0, size, StandardCharsets.UTF_8);
    }
}
