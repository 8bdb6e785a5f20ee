package org.extenddb.core.expression.bind;

import java.util.Map;
import org.extenddb.core.expression.ast.ProjectionNode;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.eval.AttributePath;
import org.extenddb.core.expression.eval.PathTree;

/** Binds projections to names. */
public final class ProjectionBinder {
    private ProjectionBinder() {}

    /**
     * The trees of the projection's paths by attribute name.
     *
     * @throws org.extenddb.core.expression.error.InvalidExpressionException when a name is undefined or paths overlap
     */
    public static Map<String, PathTree<AttributePath>> bind(ProjectionNode node, Substitutions substitutions) {
        OperandBinder operands = new OperandBinder(ExpressionKind.PROJECTION, substitutions);
        PathTreeBuilder<AttributePath> trees = new PathTreeBuilder<>(ExpressionKind.PROJECTION);
        // All names first: an undefined one is reported before any overlap.
        for (AttributePath path : node.paths().stream().map(operands::path).toList()) {
            trees.add(path, path);
        }
        return trees.build();
    }
}
