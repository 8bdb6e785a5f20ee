/** Pages about exports and imports. */
@NullMarked
package org.extenddb.console.transfer;

import org.jspecify.annotations.NullMarked;
