/** Health and metrics. */
@NullMarked
package org.extenddb.telemetry;

import org.jspecify.annotations.NullMarked;
