/** The operations of exports and imports on the wire, and what their jobs keep. */
@NullMarked
package org.extenddb.core.api.transfer;

import org.jspecify.annotations.NullMarked;
