package org.extenddb.core.expression.eval;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;

/** An update with names and values resolved and operand types checked. */
public final class BoundUpdate {
    private final List<BoundAction> actions;
    private final Map<String, PathTree<BoundAction>> targets;
    private final String typeMismatch;

    /**
     * Makes an update.
     *
     * @param actions in the order in which they were written
     * @param targets where the actions apply
     * @param typeMismatch the refusal of ADD and DELETE on a value of another type
     */
    public BoundUpdate(List<BoundAction> actions, Map<String, PathTree<BoundAction>> targets, String typeMismatch) {
        this.actions = List.copyOf(actions);
        this.targets = targets;
        this.typeMismatch = typeMismatch;
    }

    /** Where the actions apply, by attribute name. */
    public Map<String, PathTree<BoundAction>> targets() {
        return Collections.unmodifiableMap(targets);
    }

    /** The top-level attributes that change, in the order in which they were written. */
    public Set<String> modifiedNames() {
        return Collections.unmodifiableSet(targets.keySet());
    }

    /**
     * Whether an item that does not exist comes into being. DynamoDB leaves it absent where every action would only take away from
     * it, while an update without any action creates it.
     */
    public boolean isCreating() {
        return actions.isEmpty()
                || actions.stream()
                        .anyMatch(action -> action instanceof BoundAction.Put || action instanceof BoundAction.Add);
    }

    /** The item before and after, whole and as far as the update touched it. */
    public record Outcome(Item updated, Item touchedBefore, Item touchedAfter) {}

    /**
     * Applies every action to {@code item} as it is before the update.
     *
     * @throws org.extenddb.core.error.DynamoDbException ValidationException when the item does not fit the update
     */
    public Outcome apply(Item item) {
        ValueRewriter rewriter = new ValueRewriter(assigned(item), typeMismatch);
        Map<String, AttributeValue> updated = new LinkedHashMap<>(item.attributes());
        Map<String, AttributeValue> before = new LinkedHashMap<>();
        Map<String, AttributeValue> after = new LinkedHashMap<>();
        targets.forEach((name, node) -> {
            Rewritten rewritten = rewriter.rewrite(node, item.get(name));
            ValueRewriter.putOrRemove(updated, name, rewritten.updated());
            ValueRewriter.putOrRemove(before, name, rewritten.oldPart());
            ValueRewriter.putOrRemove(after, name, rewritten.newPart());
        });
        return new Outcome(new Item(updated), new Item(before), new Item(after));
    }

    /** What the SET clauses assign: all of it is known before anything changes. */
    private Map<BoundAction, AttributeValue> assigned(Item item) {
        Map<BoundAction, AttributeValue> assigned = new IdentityHashMap<>();
        for (BoundAction action : actions) {
            if (action instanceof BoundAction.Put put) {
                assigned.put(put, put.value().valueIn(item));
            }
        }
        return assigned;
    }
}
