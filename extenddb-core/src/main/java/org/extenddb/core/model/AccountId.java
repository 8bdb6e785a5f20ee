package org.extenddb.core.model;

/** An account: twelve digits. */
public record AccountId(String value) {
    public AccountId {
        if (value.length() != 12 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("an account id is twelve digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
