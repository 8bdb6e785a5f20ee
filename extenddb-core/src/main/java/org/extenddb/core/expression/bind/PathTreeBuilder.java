package org.extenddb.core.expression.bind;

import java.util.LinkedHashMap;
import java.util.Map;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.error.MessagesExpression;
import org.extenddb.core.expression.eval.AttributePath;
import org.extenddb.core.expression.eval.PathStep;
import org.extenddb.core.expression.eval.PathTree;
import org.jspecify.annotations.Nullable;

/**
 * Collects paths into trees, one per attribute. Paths must not overlap (one goes through the other's end) nor conflict (one takes
 * for a map what the other takes for a list); of the two problems DynamoDB reports overlaps first.
 *
 * @param <T> what paths carry
 */
final class PathTreeBuilder<T> {
    private final ExpressionKind kind;
    private final Map<String, PathTree<T>> roots = new LinkedHashMap<>();
    private @Nullable String conflict;

    PathTreeBuilder(ExpressionKind kind) {
        this.kind = kind;
    }

    void add(AttributePath path, T carried) {
        int last = path.steps().size();
        PathTree<T> node = roots.get(path.attributeName());
        if (node == null) {
            node = new PathTree<>(path, last == 0 ? carried : null);
            roots.put(path.attributeName(), node);
        } else {
            requireDisjoint(node, path, last == 0);
        }
        for (int i = 0; i < last; i++) {
            PathTree<T> next = child(node, path.steps().get(i));
            boolean ends = i == last - 1;
            if (next != null) {
                requireDisjoint(next, path, ends);
            } else if (conflicts(node, path.steps().get(i))) {
                noteConflict(node, path);
                return;
            } else {
                next = new PathTree<>(path, ends ? carried : null);
                attach(node, path.steps().get(i), next);
            }
            node = next;
        }
    }

    /** The trees by attribute name, in the order in which they were first named. */
    Map<String, PathTree<T>> build() {
        if (conflict != null) {
            throw kind.invalid(conflict);
        }
        return roots;
    }

    private void requireDisjoint(PathTree<T> existing, AttributePath path, boolean ends) {
        if (ends || existing.leaf() != null) {
            throw kind.invalid(
                    MessagesExpression.overlappingPaths(existing.firstPath().toString(), path.toString()));
        }
    }

    private void noteConflict(PathTree<T> existing, AttributePath path) {
        if (conflict == null) {
            conflict = MessagesExpression.conflictingPaths(existing.firstPath().toString(), path.toString());
        }
    }

    private boolean conflicts(PathTree<T> node, PathStep step) {
        return step instanceof PathStep.Member
                ? !node.elements().isEmpty()
                : !node.members().isEmpty();
    }

    private @Nullable PathTree<T> child(PathTree<T> node, PathStep step) {
        return step instanceof PathStep.Element element
                ? node.elements().get(element.index())
                : node.members().get(((PathStep.Member) step).name());
    }

    private void attach(PathTree<T> node, PathStep step, PathTree<T> child) {
        if (step instanceof PathStep.Element element) {
            node.elements().put(element.index(), child);
        } else {
            node.members().put(((PathStep.Member) step).name(), child);
        }
    }
}
