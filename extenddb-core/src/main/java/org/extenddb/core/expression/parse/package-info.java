/** Tokens to syntax trees, with every check that needs neither names nor values. */
@NullMarked
package org.extenddb.core.expression.parse;

import org.jspecify.annotations.NullMarked;
