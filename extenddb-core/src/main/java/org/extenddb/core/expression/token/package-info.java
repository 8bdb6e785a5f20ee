/** Expression text as tokens. */
@NullMarked
package org.extenddb.core.expression.token;

import org.jspecify.annotations.NullMarked;
