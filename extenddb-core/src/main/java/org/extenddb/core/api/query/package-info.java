/** Requests and responses of Query and Scan, as they stand on the wire. */
@NullMarked
package org.extenddb.core.api.query;

import org.jspecify.annotations.NullMarked;
