package org.extenddb.core.model;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Turns text into the canonical value of a {@link DynamoNumber}, with DynamoDB's limits and words. The digits are looked at in
 * one pass and counted before any arithmetic, so that a text of megabytes costs no more than reading it.
 */
final class NumberParser {
    private static final int MAX_DIGITS = 38;
    /** Exponent of the leading digit: 9.99…E+125 at most, 1E-130 at least. */
    private static final int MAX_EXPONENT = 125;

    private static final int MIN_EXPONENT = -130;
    private static final int MAX_LONG_DIGITS = 18;

    private final String text;
    private final int start;
    private int mantissaEnd;
    private int point = -1;
    private int firstDigit = -1;
    private int lastDigit = -1;

    private NumberParser(String text) {
        this.text = text;
        start = !text.isEmpty() && isSign(text.charAt(0)) ? 1 : 0;
    }

    static BigDecimal parse(String text) {
        return new NumberParser(text).value();
    }

    private BigDecimal value() {
        scanMantissa();
        long exponent = mantissaEnd == text.length() ? 0 : exponent();
        if (Math.abs(exponent) > Integer.MAX_VALUE) {
            throw exponent > 0 ? overflow() : underflow();
        }
        if (firstDigit < 0) {
            // Zero has no magnitude, yet DynamoDB range-checks the exponent it was written with.
            checkRange(exponent);
            return BigDecimal.ZERO;
        }
        long leadingExponent = (firstDigit < point ? point - firstDigit - 1 : point - firstDigit) + exponent;
        checkRange(leadingExponent);
        boolean pointAmongDigits = firstDigit < point && point < lastDigit;
        int precision = lastDigit - firstDigit + 1 - (pointAmongDigits ? 1 : 0);
        if (precision > MAX_DIGITS) {
            throw new InvalidNumberException(MessagesNumber.TOO_PRECISE);
        }
        int scale = (int) (precision - 1 - leadingExponent);
        return precision <= MAX_LONG_DIGITS
                ? BigDecimal.valueOf(significantLong(), scale)
                : new BigDecimal(new BigInteger(significantText()), scale);
    }

    /** Finds the point and the first and last digit that is not zero. */
    private void scanMantissa() {
        int digits = 0;
        int at = start;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isDigit(c)) {
                digits++;
                if (c != '0') {
                    firstDigit = firstDigit < 0 ? at : firstDigit;
                    lastDigit = at;
                }
            } else if (c == '.' && point < 0) {
                point = at;
            } else {
                break;
            }
        }
        if (digits == 0) {
            throw notANumber();
        }
        mantissaEnd = at;
        point = point < 0 ? at : point;
    }

    private long exponent() {
        char e = text.charAt(mantissaEnd);
        int at = mantissaEnd + 1;
        if ((e != 'e' && e != 'E') || at == text.length()) {
            throw notANumber();
        }
        boolean negative = text.charAt(at) == '-';
        at += isSign(text.charAt(at)) ? 1 : 0;
        if (at == text.length()) {
            throw notANumber();
        }
        long exponent = 0;
        boolean beyond64Bits = false;
        for (; at < text.length(); at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                throw notANumber();
            }
            beyond64Bits |= exponent > (Long.MAX_VALUE - digit) / 10;
            exponent = exponent * 10 + digit;
        }
        if (beyond64Bits) {
            throw notANumber();
        }
        return negative ? -exponent : exponent;
    }

    private long significantLong() {
        long value = 0;
        for (int i = firstDigit; i <= lastDigit; i++) {
            if (i != point) {
                value = value * 10 + (text.charAt(i) - '0');
            }
        }
        return isNegative() ? -value : value;
    }

    private String significantText() {
        StringBuilder digits = new StringBuilder(MAX_DIGITS + 1);
        if (isNegative()) {
            digits.append('-');
        }
        for (int i = firstDigit; i <= lastDigit; i++) {
            if (i != point) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    private boolean isNegative() {
        return text.charAt(0) == '-';
    }

    static BigDecimal canonical(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal plain = value.stripTrailingZeros();
        checkRange((long) plain.precision() - plain.scale() - 1);
        if (plain.precision() > MAX_DIGITS) {
            throw new InvalidNumberException(MessagesNumber.TOO_PRECISE);
        }
        return plain;
    }

    private static void checkRange(long leadingExponent) {
        if (leadingExponent > MAX_EXPONENT) {
            throw overflow();
        }
        if (leadingExponent < MIN_EXPONENT) {
            throw underflow();
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }

    private InvalidNumberException notANumber() {
        return new InvalidNumberException(MessagesNumber.notANumber(text));
    }

    private static InvalidNumberException overflow() {
        return new InvalidNumberException(MessagesNumber.OVERFLOW);
    }

    private static InvalidNumberException underflow() {
        return new InvalidNumberException(MessagesNumber.UNDERFLOW);
    }
}
