/** Pages about tables. */
@NullMarked
package org.extenddb.console.table;

import org.jspecify.annotations.NullMarked;
