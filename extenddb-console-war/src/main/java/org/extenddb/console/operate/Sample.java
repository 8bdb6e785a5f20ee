package org.extenddb.console.operate;

import java.io.Serializable;
import java.time.Instant;

/**
 * What was counted between two looks.
 *
 * @param at when the second one was
 * @param rate requests a second
 * @param errors of these, a second
 */
public record Sample(Instant at, double rate, double errors) implements Serializable {}
