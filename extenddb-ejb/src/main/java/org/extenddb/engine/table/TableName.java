package org.extenddb.engine.table;

import java.util.Objects;
import org.extenddb.core.api.table.TableNameRequest;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;

/** The checked name, or ARN, of requests that hold nothing else. */
final class TableName {
    private TableName() {}

    static String of(TableNameRequest request) {
        Violations violations = new Violations();
        TableNames.checkTable(violations, request.tableName());
        violations.check();
        return Objects.requireNonNull(request.tableName());
    }
}
