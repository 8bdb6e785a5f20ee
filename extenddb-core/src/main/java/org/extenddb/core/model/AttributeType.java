package org.extenddb.core.model;

/** The ten attribute types, under the names the wire and {@code attribute_type} use. */
public enum AttributeType {
    S,
    N,
    B,
    BOOL,
    NULL,
    SS,
    NS,
    BS,
    L,
    M
}
