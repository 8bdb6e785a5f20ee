/** What can be wrong with an expression, in DynamoDB's words. */
@NullMarked
package org.extenddb.core.expression.error;

import org.jspecify.annotations.NullMarked;
