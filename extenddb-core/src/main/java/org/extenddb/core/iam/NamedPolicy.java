package org.extenddb.core.iam;

/**
 * A policy as it is attached to somebody.
 *
 * @param name what explanations call it: the ARN of a managed policy, the name of an inline one
 */
public record NamedPolicy(String name, PolicyDocument document) {}
