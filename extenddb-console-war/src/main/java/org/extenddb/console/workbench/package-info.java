/** Tries expressions out, without a table. */
@NullMarked
package org.extenddb.console.workbench;

import org.jspecify.annotations.NullMarked;
