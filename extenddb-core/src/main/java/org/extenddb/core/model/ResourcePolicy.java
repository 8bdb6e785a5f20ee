package org.extenddb.core.model;

/**
 * The policy that is attached to a table.
 *
 * @param text JSON as it was sent
 * @param revisionId changes whenever the text does
 */
public record ResourcePolicy(String text, String revisionId) {}
