/** Order-preserving key encoding and key positions. */
@NullMarked
package org.extenddb.core.key;

import org.jspecify.annotations.NullMarked;
