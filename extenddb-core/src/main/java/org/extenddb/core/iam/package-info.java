/** Who calls, and what they may do. */
@NullMarked
package org.extenddb.core.iam;

import org.jspecify.annotations.NullMarked;
