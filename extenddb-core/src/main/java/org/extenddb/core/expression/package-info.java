/** DynamoDB's expressions: the entry points. Parsed once per text, bound to names and values once per request, then applied to items. */
@NullMarked
package org.extenddb.core.expression;

import org.jspecify.annotations.NullMarked;
