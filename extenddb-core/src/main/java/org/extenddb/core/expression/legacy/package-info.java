/** The parameters that expressions replaced, translated to the same conditions and updates. */
@NullMarked
package org.extenddb.core.expression.legacy;

import org.jspecify.annotations.NullMarked;
