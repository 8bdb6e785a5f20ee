/** Capacity units, and how a response reports them. */
@NullMarked
package org.extenddb.core.capacity;

import org.jspecify.annotations.NullMarked;
