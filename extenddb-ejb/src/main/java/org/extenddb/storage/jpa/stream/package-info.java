/** Streams: what the item store has recorded, in shards. */
@NullMarked
package org.extenddb.storage.jpa.stream;

import org.jspecify.annotations.NullMarked;
