/** Helpers of tests: random data with seeds. */
@NullMarked
package org.extenddb.core.testing;

import org.jspecify.annotations.NullMarked;
