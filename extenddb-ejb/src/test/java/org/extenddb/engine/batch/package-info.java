/** What of the batches goes beyond the golden cases. */
@NullMarked
package org.extenddb.engine.batch;

import org.jspecify.annotations.NullMarked;
