package org.extenddb.core.iam.match;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Addresses as bytes, read without ever asking a name server. */
final class IpAddress {
    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;
    private static final int V6_GROUPS = 8;
    private static final int MAX_TEXT = 45;

    private IpAddress() {}

    /** Four bytes, or sixteen; an IPv4 address within IPv6 is an IPv4 address. Null when the text is no address. */
    static byte @Nullable [] parse(String text) {
        if (text.isEmpty() || text.length() > MAX_TEXT) {
            return null;
        }
        if (text.indexOf(':') < 0) {
            byte[] address = new byte[V4_BYTES];
            return v4(text, address, 0) ? address : null;
        }
        byte[] address = v6(text);
        return address != null && isMapped(address)
                ? Arrays.copyOfRange(address, V6_BYTES - V4_BYTES, V6_BYTES)
                : address;
    }

    private static boolean isMapped(byte[] address) {
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return address[10] == -1 && address[11] == -1;
    }

    /** Four decimal numbers without leading zeros, which some read as octal. */
    private static boolean v4(String text, byte[] into, int offset) {
        String[] numbers = text.split("\\.", -1);
        if (numbers.length != V4_BYTES) {
            return false;
        }
        for (int i = 0; i < V4_BYTES; i++) {
            int value = number(numbers[i]);
            if (value < 0) {
                return false;
            }
            into[offset + i] = (byte) value;
        }
        return true;
    }

    private static int number(String digits) {
        if (digits.isEmpty()
                || digits.length() > 3
                || digits.length() > 1 && digits.charAt(0) == '0'
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int value = Integer.parseInt(digits);
        return value > 255 ? -1 : value;
    }

    private static byte @Nullable [] v6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        byte[] head = groups(gap < 0 ? text : text.substring(0, gap));
        byte[] tail = gap < 0 ? new byte[0] : groups(text.substring(gap + 2));
        if (head == null || tail == null) {
            return null;
        }
        int given = head.length + tail.length;
        if (gap < 0 ? given != V6_BYTES : given > V6_BYTES - 2) {
            return null;
        }
        byte[] address = Arrays.copyOf(head, V6_BYTES);
        System.arraycopy(tail, 0, address, V6_BYTES - tail.length, tail.length);
        return address;
    }

    /** Groups of hexadecimal digits; the last may be an IPv4 address. */
    private static byte @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        String[] groups = text.split(":", -1);
        if (groups.length > V6_GROUPS) {
            return null;
        }
        boolean endsInV4 = groups[groups.length - 1].indexOf('.') >= 0;
        byte[] bytes = new byte[2 * groups.length + (endsInV4 ? 2 : 0)];
        int plain = endsInV4 ? groups.length - 1 : groups.length;
        for (int i = 0; i < plain; i++) {
            String group = groups[i];
            if (group.isEmpty() || group.length() > 4 || !group.chars().allMatch(HexFormat::isHexDigit)) {
                return null;
            }
            int value = Integer.parseInt(group, 16);
            bytes[2 * i] = (byte) (value >> 8);
            bytes[2 * i + 1] = (byte) value;
        }
        return endsInV4 && !v4(groups[groups.length - 1], bytes, 2 * plain) ? null : bytes;
    }
}
