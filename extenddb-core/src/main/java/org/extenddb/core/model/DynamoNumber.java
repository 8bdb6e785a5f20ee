package org.extenddb.core.model;

import java.math.BigDecimal;

/**
 * A number of up to 38 significant digits between 1E-130 and 9.99…E+125, or zero. Equal when equal in value.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number">Number</a>
 */
public final class DynamoNumber implements Comparable<DynamoNumber> {
    public static final DynamoNumber ZERO = new DynamoNumber(BigDecimal.ZERO);

    private final BigDecimal value;

    private DynamoNumber(BigDecimal canonical) {
        this.value = canonical;
    }

    /**
     * Reads a number as DynamoDB does, or throws with DynamoDB's own words.
     *
     * @throws InvalidNumberException when {@code text} is no number, has more than 38 significant digits or is out of range
     */
    public static DynamoNumber parse(String text) {
        return new DynamoNumber(NumberParser.parse(text));
    }

    /**
     * The result of arithmetic as a number again.
     *
     * @throws InvalidNumberException when it has more than 38 significant digits or is out of range
     */
    public static DynamoNumber of(BigDecimal value) {
        return new DynamoNumber(NumberParser.canonical(value));
    }

    public static DynamoNumber of(long value) {
        return of(BigDecimal.valueOf(value));
    }

    public DynamoNumber add(DynamoNumber other) {
        return of(value.add(other.value));
    }

    public DynamoNumber subtract(DynamoNumber other) {
        return of(value.subtract(other.value));
    }

    /** The value without trailing zeros; zero has scale 0. */
    public BigDecimal toBigDecimal() {
        return value;
    }

    /** The form in which DynamoDB returns the number: plain digits, no exponent, no trailing zeros. */
    @Override
    public String toString() {
        return value.toPlainString();
    }

    @Override
    public int compareTo(DynamoNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DynamoNumber that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
