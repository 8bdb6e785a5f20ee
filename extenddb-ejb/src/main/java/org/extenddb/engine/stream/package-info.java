/** DynamoDB Streams: what has become of items, read shard by shard. */
@NullMarked
package org.extenddb.engine.stream;

import org.jspecify.annotations.NullMarked;
