/** Requests and responses of the table operations, as they go over the wire. */
@NullMarked
package org.extenddb.core.api.table;

import org.jspecify.annotations.NullMarked;
