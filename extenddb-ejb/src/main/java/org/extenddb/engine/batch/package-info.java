/** BatchGetItem and BatchWriteItem. */
@NullMarked
package org.extenddb.engine.batch;

import org.jspecify.annotations.NullMarked;
