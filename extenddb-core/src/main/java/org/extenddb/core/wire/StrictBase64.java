package org.extenddb.core.wire;

import java.util.Base64;
import org.extenddb.core.error.MessagesSerialization;

/** Base64 as DynamoDB takes it: padded, without line breaks, without stray bits in the last character. */
final class StrictBase64 {
    private StrictBase64() {}

    static byte[] decode(String text) {
        if (text.length() % 4 != 0) {
            throw JsonTokens.wrong(MessagesSerialization.base64Length(text.length()));
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw JsonTokens.wrong(fault(text));
        }
        if (hasStrayBits(text, bytes)) {
            throw JsonTokens.wrong(MessagesSerialization.BASE64_PADDING);
        }
        return bytes;
    }

    private static String fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isBase64(c) && c != '=') {
                return MessagesSerialization.base64Character(c);
            }
        }
        return MessagesSerialization.BASE64_PADDING;
    }

    private static boolean isBase64(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }

    /** Whether the last character before the padding has bits that belong to no byte. */
    private static boolean hasStrayBits(String text, byte[] bytes) {
        int rest = bytes.length % 3;
        if (rest == 0) {
            return false;
        }
        byte[] tail = rest == 1
                ? new byte[] {bytes[bytes.length - 1]}
                : new byte[] {bytes[bytes.length - 2], bytes[bytes.length - 1]};
        return !text.endsWith(Base64.getEncoder().encodeToString(tail));
    }
}
