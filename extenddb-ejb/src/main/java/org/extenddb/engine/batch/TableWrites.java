package org.extenddb.engine.batch;

import java.util.List;

/**
 * What a batch writes to one table.
 *
 * @param tableName as sent: a name or an ARN
 */
public record TableWrites(String tableName, List<BatchWrite> writes) {}
