package org.extenddb.engine.stream;

import java.time.Instant;

/**
 * A position in a shard, valid for a while.
 *
 * @param shard its number in the stream
 * @param after the sequence number to read on from
 * @param fromHorizon whether it stands for the oldest record there is, whichever that will be
 */
record ShardIterator(StreamArn stream, int shard, long after, boolean fromHorizon, Instant issuedAt) {}
