package org.extenddb.engine.table;

import java.util.List;
import org.extenddb.core.api.table.RestoreRequest;
import org.extenddb.core.api.table.RestoreRequest.Overrides;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.jspecify.annotations.Nullable;

/** The member constraints of the operations that restore a table. */
public final class RestoreConstraints {
    private static final List<String> BILLING_MODES = List.of("PROVISIONED", "PAY_PER_REQUEST");

    private RestoreConstraints() {}

    /** Collects what is wrong with the target and the overrides. */
    public static void check(RestoreRequest request, Violations violations) {
        Overrides overrides = request.overrides();
        target(request.targetTableName(), violations);
        violations.oneOf(new EnumMember("billingModeOverride", overrides.billingMode(), BILLING_MODES));
        TableConstraints constraints = new TableConstraints()
                .throughput(
                        "provisionedThroughputOverride", overrides.capacity().provisioned())
                .indexes(
                        "globalSecondaryIndexOverride",
                        overrides.globalIndexes(),
                        TableConstraints.MAX_GLOBAL_INDEX_KEYS)
                .indexes("localSecondaryIndexOverride", overrides.localIndexes(), TableConstraints.MAX_TABLE_KEYS);
        constraints.addTo(violations);
    }

    /** A name: there is no table that an ARN could mean. */
    private static void target(@Nullable String name, Violations violations) {
        violations.required("targetTableName", name);
        violations.pattern("targetTableName", name, TableNames.CHARACTERS);
        violations.length("targetTableName", name, TableNames.MIN_LENGTH, TableNames.MAX_LENGTH);
    }
}
