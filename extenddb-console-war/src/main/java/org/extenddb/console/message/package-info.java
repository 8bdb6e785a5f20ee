/** What the console tells its reader. */
@NullMarked
package org.extenddb.console.message;

import org.jspecify.annotations.NullMarked;
