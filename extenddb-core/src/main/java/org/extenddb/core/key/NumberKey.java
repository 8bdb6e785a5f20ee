package org.extenddb.core.key;

import java.math.BigDecimal;
import org.extenddb.core.model.DynamoNumber;

/**
 * Numbers as bytes whose order is the numbers' order. Zero is {@code 80}. A positive number, written 0.d₁d₂… × 10^E, is
 * {@code 81}, one byte E + 129, and its digits in pairs (an odd count padded with a zero), each pair plus one. A negative number
 * is {@code 7F}, the complement of the positive body, {@code FF}.
 */
final class NumberKey {
    private static final byte NEGATIVE = 0x7F;
    private static final byte ZERO = (byte) 0x80;
    private static final byte POSITIVE = (byte) 0x81;
    private static final byte NEGATIVE_END = (byte) 0xFF;
    private static final int EXPONENT_BIAS = 129;

    private NumberKey() {}

    static byte[] encode(DynamoNumber number) {
        BigDecimal value = number.toBigDecimal();
        if (value.signum() == 0) {
            return new byte[] {ZERO};
        }
        String digits = value.unscaledValue().abs().toString();
        boolean negative = value.signum() < 0;
        int pairs = (digits.length() + 1) / 2;
        byte[] key = new byte[2 + pairs + (negative ? 1 : 0)];
        int complement = negative ? 0xFF : 0;
        key[0] = negative ? NEGATIVE : POSITIVE;
        key[1] = (byte) (digits.length() - value.scale() + EXPONENT_BIAS ^ complement);
        for (int i = 0; i < pairs; i++) {
            key[2 + i] = (byte) (pair(digits, 2 * i) + 1 ^ complement);
        }
        if (negative) {
            key[2 + pairs] = NEGATIVE_END;
        }
        return key;
    }

    private static int pair(String digits, int at) {
        int second = at + 1 < digits.length() ? digits.charAt(at + 1) - '0' : 0;
        return (digits.charAt(at) - '0') * 10 + second;
    }
}
