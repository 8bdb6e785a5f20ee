/** Query and Scan. */
@NullMarked
package org.extenddb.engine.query;

import org.jspecify.annotations.NullMarked;
