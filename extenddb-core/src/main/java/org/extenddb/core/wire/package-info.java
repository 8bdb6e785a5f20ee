/** The JSON wire format of DynamoDB: strict streaming reader and writer. */
@NullMarked
package org.extenddb.core.wire;

import org.jspecify.annotations.NullMarked;
