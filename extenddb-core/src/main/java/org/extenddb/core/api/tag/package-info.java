/** Tags of resources, and the operations on them, as they are on the wire. */
@NullMarked
package org.extenddb.core.api.tag;

import org.jspecify.annotations.NullMarked;
