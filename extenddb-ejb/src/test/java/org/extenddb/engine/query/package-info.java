/** Tests of Query and Scan beyond the golden scripts. */
@NullMarked
package org.extenddb.engine.query;

import org.jspecify.annotations.NullMarked;
