/** Time to live: which attribute tells when items expire. */
@NullMarked
package org.extenddb.engine.ttl;

import org.jspecify.annotations.NullMarked;
