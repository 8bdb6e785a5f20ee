package org.extenddb.core.model;

/** The region of a request's signature. Each region is a name space of its own; any name that a client signs with is one. */
public record Region(String value) {
    @Override
    public String toString() {
        return value;
    }
}
