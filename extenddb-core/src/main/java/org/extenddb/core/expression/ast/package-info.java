/** Expressions as written: placeholders are not resolved, so a tree serves every request with the same text. */
@NullMarked
package org.extenddb.core.expression.ast;

import org.jspecify.annotations.NullMarked;
