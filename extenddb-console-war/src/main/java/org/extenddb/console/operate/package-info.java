/** Pages for those who run the server. */
@NullMarked
package org.extenddb.console.operate;

import org.jspecify.annotations.NullMarked;
