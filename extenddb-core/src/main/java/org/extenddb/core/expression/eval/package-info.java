/** Bound expressions at work on items. */
@NullMarked
package org.extenddb.core.expression.eval;

import org.jspecify.annotations.NullMarked;
