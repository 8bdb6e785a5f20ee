package org.extenddb.core.job;

/**
 * Why a job failed.
 *
 * @param code such as DynamoDB's FailureCode
 */
public record JobFailure(String code, String message) {}
