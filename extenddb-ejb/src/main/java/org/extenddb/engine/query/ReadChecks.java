package org.extenddb.engine.query;

import java.util.Map;
import org.extenddb.core.api.query.ReadMembers;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.expression.Condition;
import org.extenddb.core.expression.ConditionExpression;
import org.extenddb.core.expression.ExpressionContext;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.legacy.LegacyConditions;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.core.wire.Decoded;
import org.extenddb.engine.data.ItemProjection;
import org.extenddb.engine.data.KeyPaths;
import org.extenddb.engine.data.LegacyConstraints;
import org.extenddb.engine.data.RequestExpressions;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.engine.data.Wording;
import org.jspecify.annotations.Nullable;

/** The checks of Query and Scan that need no table. */
final class ReadChecks {
    private ReadChecks() {}

    /** Member constraints, short of Limit. */
    static Violations members(ReadMembers read, String legacyFilter) {
        Violations violations = new Violations();
        TableNames.checkTable(violations, read.tableName());
        TableNames.checkIndex(violations, read.indexName());
        violations.oneOf(new EnumMember("select", read.select(), Select.NAMES));
        violations.oneOf(new EnumMember("returnConsumedCapacity", read.returnConsumedCapacity(), CapacityReport.NAMES));
        if (read.attributesToGet() != null) {
            violations.size(
                    "attributesToGet",
                    read.attributesToGet(),
                    read.attributesToGet().size(),
                    1,
                    Integer.MAX_VALUE);
        }
        LegacyConstraints.conditionalOperator(violations, read.conditionalOperator());
        LegacyConstraints.conditions(violations, legacyFilter, read.legacyFilter());
        return violations;
    }

    /** Notes the parameters both operations have. */
    static RequestExpressions expressions(ReadMembers read, String legacyFilter, Wording wording) {
        return new RequestExpressions(wording)
                .legacy("AttributesToGet", read.attributesToGet())
                .legacy(legacyFilter, read.legacyFilter())
                .legacy("ConditionalOperator", read.conditionalOperator())
                .expression("ProjectionExpression", read.projectionExpression())
                .expression("FilterExpression", read.filterExpression());
    }

    static @Nullable Map<String, AttributeValue> startKey(
            @Nullable Decoded<Map<String, AttributeValue>> key, Wording wording) {
        return key == null ? null : wording.valid(key);
    }

    static @Nullable Condition filter(ReadMembers read, ExpressionContext context) {
        String text = read.filterExpression();
        if (text != null) {
            return ConditionExpression.parse(text, ExpressionKind.FILTER, context);
        }
        return LegacyConditions.filter(read.legacyFilter(), read.conditionalOperator());
    }

    static @Nullable ItemProjection projection(ReadMembers read, ExpressionContext context) {
        if (read.attributesToGet() != null) {
            return ItemProjection.ofNames(read.attributesToGet());
        }
        String text = read.projectionExpression();
        return text == null ? null : ItemProjection.parse(text, context);
    }

    /** Refuses paths into key attributes, the projection's first. */
    static void paths(ReadRequest read, TablePlan plan) {
        ItemProjection.check(read.projection(), plan);
        if (read.filter() != null) {
            KeyPaths.check(plan, read.filter().nestedAttributeNames());
        }
    }
}
