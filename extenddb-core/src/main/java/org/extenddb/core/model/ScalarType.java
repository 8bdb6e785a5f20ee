package org.extenddb.core.model;

/** The types a key attribute may have. */
public enum ScalarType {
    S,
    N,
    B;

    public boolean matches(AttributeValue value) {
        return switch (this) {
            case S -> value instanceof AttributeValue.StringValue;
            case N -> value instanceof AttributeValue.NumberValue;
            case B -> value instanceof AttributeValue.BinaryValue;
        };
    }
}
