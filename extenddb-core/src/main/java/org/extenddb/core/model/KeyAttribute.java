package org.extenddb.core.model;

/** One attribute of a key with the type its values must have. */
public record KeyAttribute(String name, ScalarType type) {}
