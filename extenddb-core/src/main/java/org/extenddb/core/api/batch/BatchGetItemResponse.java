package org.extenddb.core.api.batch;

import java.util.List;
import java.util.Map;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.jspecify.annotations.Nullable;

/**
 * The answer to BatchGetItem.
 *
 * @param responses wire JSON of the items found, by table as the request named it; every table of the request is there
 * @param unprocessedKeys what to ask for again, by table; empty when everything was read
 * @param consumedCapacity one for each table; null when none is wanted
 */
public record BatchGetItemResponse(
        Map<String, List<byte[]>> responses,
        Map<String, KeysAndAttributes> unprocessedKeys,
        @Nullable List<ConsumedCapacity> consumedCapacity) {}
