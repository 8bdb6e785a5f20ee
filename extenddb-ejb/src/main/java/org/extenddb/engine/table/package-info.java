/** The operations on tables. */
@NullMarked
package org.extenddb.engine.table;

import org.jspecify.annotations.NullMarked;
