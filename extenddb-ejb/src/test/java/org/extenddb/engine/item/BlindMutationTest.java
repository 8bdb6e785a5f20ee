package org.extenddb.engine.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.extenddb.core.api.item.ConditionMembers;
import org.extenddb.core.api.item.ReturnMembers;
import org.extenddb.core.expression.ExpressionContext;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A write reads no more than it has to. */
final class BlindMutationTest {
    private static final KeySchema SCHEMA =
            KeySchema.of(new KeyAttribute("pk", ScalarType.S), new KeyAttribute("sk", ScalarType.S));

    @Test
    void reads_noConditionNoReport_isNothing() {
        assertThat(reads(null, ReturnMembers.NONE)).isEqualTo(Reads.NOTHING);
    }

    @Test
    void reads_oldValues_isPrevious() {
        assertThat(reads(null, new ReturnMembers("ALL_OLD", null, null, null))).isEqualTo(Reads.PREVIOUS);
    }

    @Test
    void reads_consumedCapacity_isPrevious() {
        assertThat(reads(null, new ReturnMembers(null, null, "TOTAL", null))).isEqualTo(Reads.PREVIOUS);
    }

    @Test
    void reads_hashKeyDoesNotExist_isProbablyAbsent() {
        assertThat(reads(" attribute_not_exists ( pk ) ", ReturnMembers.NONE)).isEqualTo(Reads.CURRENT_PROBABLY_ABSENT);
        assertThat(reads("attribute_not_exists(#k)", ReturnMembers.NONE)).isEqualTo(Reads.CURRENT_PROBABLY_ABSENT);
    }

    @Test
    void reads_otherConditions_isCurrent() {
        assertThat(reads("attribute_not_exists(foo)", ReturnMembers.NONE)).isEqualTo(Reads.CURRENT);
        assertThat(reads("attribute_not_exists(pk) OR attribute_exists(a)", ReturnMembers.NONE))
                .isEqualTo(Reads.CURRENT);
        assertThat(reads("attribute_exists(pk)", ReturnMembers.NONE)).isEqualTo(Reads.CURRENT);
    }

    private static Reads reads(@Nullable String expression, ReturnMembers returns) {
        Map<String, String> names = Map.of("#k", "pk");
        ConditionMembers members = new ConditionMembers(expression, names, null, null, null);
        WriteCondition condition = WriteCondition.parse(members, new ExpressionContext(names, null));
        return BlindMutation.of(SCHEMA, condition, WriteOptions.of(returns), new Change.Remove())
                .reads();
    }
}
