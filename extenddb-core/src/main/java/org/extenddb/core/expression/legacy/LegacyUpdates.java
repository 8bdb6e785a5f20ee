package org.extenddb.core.expression.legacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.extenddb.core.api.item.AttributeUpdate;
import org.extenddb.core.expression.Update;
import org.extenddb.core.expression.error.MessagesLegacy;
import org.extenddb.core.expression.eval.AttributePath;
import org.extenddb.core.expression.eval.BoundAction;
import org.extenddb.core.expression.eval.BoundUpdate;
import org.extenddb.core.expression.eval.Constant;
import org.extenddb.core.expression.eval.PathTree;
import org.extenddb.core.expression.eval.UpdateValue;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * AttributeUpdates. Actions are known to be PUT, ADD or DELETE: member constraints come first.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValueUpdate.html">AttributeValueUpdate</a>
 */
public final class LegacyUpdates {
    private LegacyUpdates() {}

    /**
     * The update that AttributeUpdates state.
     *
     * @throws org.extenddb.core.expression.error.InvalidExpressionException in DynamoDB's words
     */
    public static Update of(Map<String, AttributeUpdate> updates) {
        List<BoundAction> actions = new ArrayList<>(updates.size());
        Map<String, PathTree<BoundAction>> targets = new LinkedHashMap<>();
        updates.forEach((name, update) -> {
            BoundAction action = action(update.action(), update.value());
            actions.add(action);
            targets.put(name, new PathTree<>(new AttributePath(name, List.of()), action));
        });
        return Update.of(
                new BoundUpdate(actions, targets, MessagesLegacy.UPDATE_TYPE_MISMATCH),
                new LinkedHashSet<>(updates.keySet()));
    }

    private static BoundAction action(@Nullable String action, @Nullable Decoded<AttributeValue> given) {
        if (given == null) {
            if (!"DELETE".equals(action)) {
                throw LegacyConditions.invalid(MessagesLegacy.UPDATE_WITHOUT_VALUE);
            }
            return new BoundAction.Remove();
        }
        AttributeValue value = LegacyConditions.valid(given);
        if ("ADD".equals(action)) {
            return add(value);
        }
        return "DELETE".equals(action)
                ? delete(value)
                : new BoundAction.Put(new UpdateValue.Plain(new Constant(value)));
    }

    private static BoundAction add(AttributeValue value) {
        return switch (value.type()) {
            case N, SS, NS, BS, L -> new BoundAction.Add(value);
            default -> throw LegacyConditions.invalid(MessagesLegacy.addType(value.type()));
        };
    }

    private static BoundAction delete(AttributeValue value) {
        return switch (value.type()) {
            case SS, NS, BS -> new BoundAction.Delete(value);
            default -> throw LegacyConditions.invalid(MessagesLegacy.deleteType(value.type()));
        };
    }
}
