/** The operations of DynamoDB Streams on the wire. */
@NullMarked
package org.extenddb.core.api.stream;

import org.jspecify.annotations.NullMarked;
