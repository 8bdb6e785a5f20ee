/** Exports to buckets and imports from them. */
@NullMarked
package org.extenddb.engine.transfer;

import org.jspecify.annotations.NullMarked;
