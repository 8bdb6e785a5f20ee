package org.extenddb.core.model;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Turns text into the canonical value of a {@link DynamoNumber}, with DynamoDB's limits and words. */
final class NumberParser {
    private static final int MAX_DIGITS = 38;
    /** Exponent of the leading digit: 9.99…E+125 at most, 1E-130 at least. */
    private static final int MAX_EXPONENT = 125;

    private static final int MIN_EXPONENT = -130;

    private static final BigInteger INT_MAX = BigInteger.valueOf(Integer.MAX_VALUE);

    private NumberParser() {}

    static BigDecimal parse(String text) {
        int end = text.length();
        int at = end > 0 && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
        int mantissaEnd = at;
        int digits = 0;
        int points = 0;
        while (mantissaEnd < end && (isDigit(text.charAt(mantissaEnd)) || text.charAt(mantissaEnd) == '.')) {
            if (text.charAt(mantissaEnd) == '.') {
                points++;
            } else {
                digits++;
            }
            mantissaEnd++;
        }
        if (digits == 0 || points > 1) {
            throw notANumber(text);
        }
        if (mantissaEnd == end) {
            return withExponent(text.substring(0, mantissaEnd), BigInteger.ZERO);
        }
        return withExponent(text.substring(0, mantissaEnd), exponent(text, mantissaEnd));
    }

    private static BigInteger exponent(String text, int at) {
        char e = text.charAt(at);
        int digits = at + 1;
        if (e != 'e' && e != 'E') {
            throw notANumber(text);
        }
        if (digits < text.length() && (text.charAt(digits) == '+' || text.charAt(digits) == '-')) {
            digits++;
        }
        if (digits == text.length()) {
            throw notANumber(text);
        }
        for (int i = digits; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                throw notANumber(text);
            }
        }
        BigInteger exponent = new BigInteger(text.substring(at + 1));
        if (exponent.bitLength() > 63) {
            throw notANumber(text);
        }
        return exponent;
    }

    private static BigDecimal withExponent(String mantissa, BigInteger exponent) {
        if (exponent.abs().compareTo(INT_MAX) > 0) {
            throw exponent.signum() > 0 ? overflow() : underflow();
        }
        BigDecimal value = new BigDecimal(mantissa);
        int shift = exponent.intValueExact();
        if (value.signum() == 0) {
            // Zero has no magnitude, yet DynamoDB range-checks the exponent it was written with.
            checkRange(shift);
            return BigDecimal.ZERO;
        }
        BigDecimal plain = value.stripTrailingZeros();
        checkRange((long) plain.precision() - plain.scale() - 1 + shift);
        return canonical(plain.scaleByPowerOfTen(shift));
    }

    static BigDecimal canonical(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal plain = value.stripTrailingZeros();
        checkRange((long) plain.precision() - plain.scale() - 1);
        if (plain.precision() > MAX_DIGITS) {
            throw new InvalidNumberException("Attempting to store more than 38 significant digits in a Number");
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

    private static InvalidNumberException notANumber(String text) {
        return new InvalidNumberException("The parameter cannot be converted to a numeric value: " + text);
    }

    private static InvalidNumberException overflow() {
        return new InvalidNumberException(
                "Number overflow. Attempting to store a number with magnitude larger than supported range");
    }

    private static InvalidNumberException underflow() {
        return new InvalidNumberException(
                "Number underflow. Attempting to store a number with magnitude smaller than supported range");
    }
}
