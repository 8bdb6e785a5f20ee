/**
 * Benchmarks that compare endpoints in one run: each step is driven against one endpoint, then the other, in turns, so that a
 * noisy machine disturbs both alike. Run by {@code src/test/bench/compare}; results are in docs/performance.md.
 */
@NullMarked
package org.extenddb.bench;

import org.jspecify.annotations.NullMarked;
