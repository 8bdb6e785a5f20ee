/** The formats of exports and imports: DynamoDB JSON, Amazon Ion and CSV. */
@NullMarked
package org.extenddb.transfer.format;

import org.jspecify.annotations.NullMarked;
