package org.extenddb.core.model;

/** Which attributes an index holds. */
public enum ProjectionType {
    ALL,
    KEYS_ONLY,
    INCLUDE
}
