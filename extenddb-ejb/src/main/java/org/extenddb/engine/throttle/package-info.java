/** Holding tables to their throughput. */
@NullMarked
package org.extenddb.engine.throttle;

import org.jspecify.annotations.NullMarked;
