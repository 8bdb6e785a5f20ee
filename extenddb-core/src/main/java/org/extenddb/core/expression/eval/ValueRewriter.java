package org.extenddb.core.expression.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.expression.error.MessagesUpdate;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.InvalidNumberException;
import org.jspecify.annotations.Nullable;

/** Applies the actions of one update below a value. Indexes of lists are those of the list before the update. */
final class ValueRewriter {
    private final Map<BoundAction, AttributeValue> assigned;
    private final String typeMismatch;

    /**
     * Makes a rewriter.
     *
     * @param assigned what each SET assigns, by identity
     * @param typeMismatch the refusal of ADD and DELETE on a value of another type
     */
    ValueRewriter(Map<BoundAction, AttributeValue> assigned, String typeMismatch) {
        this.assigned = assigned;
        this.typeMismatch = typeMismatch;
    }

    Rewritten rewrite(PathTree<BoundAction> node, @Nullable AttributeValue old) {
        BoundAction action = node.leaf();
        if (action != null) {
            AttributeValue updated = act(action, old);
            return new Rewritten(updated, old, updated);
        }
        if (old instanceof AttributeValue.MapValue map && !node.members().isEmpty()) {
            return members(node, map);
        }
        if (old instanceof AttributeValue.ListValue list && !node.elements().isEmpty()) {
            return elements(node, list);
        }
        throw DynamoDbException.validation(MessagesUpdate.INVALID_PATH);
    }

    static void putOrRemove(Map<String, AttributeValue> map, String name, @Nullable AttributeValue value) {
        if (value == null) {
            map.remove(name);
        } else {
            map.put(name, value);
        }
    }

    private Rewritten members(PathTree<BoundAction> node, AttributeValue.MapValue map) {
        Map<String, AttributeValue> updated = new LinkedHashMap<>(map.values());
        Map<String, AttributeValue> before = new LinkedHashMap<>();
        Map<String, AttributeValue> after = new LinkedHashMap<>();
        node.members().forEach((name, child) -> {
            Rewritten rewritten = rewrite(child, map.values().get(name));
            putOrRemove(updated, name, rewritten.updated());
            putOrRemove(before, name, rewritten.oldPart());
            putOrRemove(after, name, rewritten.newPart());
        });
        return new Rewritten(
                new AttributeValue.MapValue(updated),
                before.isEmpty() ? null : new AttributeValue.MapValue(before),
                after.isEmpty() ? null : new AttributeValue.MapValue(after));
    }

    private Rewritten elements(PathTree<BoundAction> node, AttributeValue.ListValue list) {
        int size = list.values().size();
        List<@Nullable AttributeValue> updated = new ArrayList<>(list.values());
        List<AttributeValue> before = new ArrayList<>();
        List<AttributeValue> after = new ArrayList<>();
        node.elements().forEach((index, child) -> {
            boolean present = index < size;
            Rewritten rewritten = rewrite(child, present ? list.values().get(index) : null);
            if (present) {
                // A gap for now, so that later indexes stay those of the list before the update.
                updated.set(index, rewritten.updated());
            } else {
                updated.add(rewritten.updated());
            }
            addIfPresent(before, rewritten.oldPart());
            addIfPresent(after, rewritten.newPart());
        });
        return new Rewritten(
                new AttributeValue.ListValue(withoutGaps(updated)),
                before.isEmpty() ? null : new AttributeValue.ListValue(before),
                after.isEmpty() ? null : new AttributeValue.ListValue(after));
    }

    private @Nullable AttributeValue act(BoundAction action, @Nullable AttributeValue old) {
        if (action instanceof BoundAction.Put) {
            return assigned.get(action);
        }
        if (action instanceof BoundAction.Add add) {
            return old == null ? add.value() : sum(old, add.value());
        }
        if (action instanceof BoundAction.Delete delete) {
            return old == null ? null : Sets.difference(old, delete.members(), typeMismatch);
        }
        return null;
    }

    private AttributeValue sum(AttributeValue old, AttributeValue added) {
        if (old instanceof AttributeValue.NumberValue a && added instanceof AttributeValue.NumberValue b) {
            try {
                return new AttributeValue.NumberValue(a.value().add(b.value()));
            } catch (InvalidNumberException e) {
                throw DynamoDbException.validation(String.valueOf(e.getMessage()));
            }
        }
        if (old instanceof AttributeValue.ListValue a && added instanceof AttributeValue.ListValue b) {
            // Only the legacy AttributeUpdates can ask for this.
            List<AttributeValue> joined = new ArrayList<>(a.values());
            joined.addAll(b.values());
            return new AttributeValue.ListValue(joined);
        }
        return Sets.union(old, added, typeMismatch);
    }

    private static void addIfPresent(List<AttributeValue> list, @Nullable AttributeValue value) {
        if (value != null) {
            list.add(value);
        }
    }

    private static List<AttributeValue> withoutGaps(List<@Nullable AttributeValue> values) {
        List<AttributeValue> dense = new ArrayList<>(values.size());
        for (AttributeValue value : values) {
            if (value != null) {
                dense.add(value);
            }
        }
        return dense;
    }
}
