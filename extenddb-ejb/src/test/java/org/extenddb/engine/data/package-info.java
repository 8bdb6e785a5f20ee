/** The operations on items, tested by what goes over the wire. */
@NullMarked
package org.extenddb.engine.data;

import org.jspecify.annotations.NullMarked;
