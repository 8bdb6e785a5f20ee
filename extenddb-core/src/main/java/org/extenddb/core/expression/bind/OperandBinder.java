package org.extenddb.core.expression.bind;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.extenddb.core.expression.ast.DocumentPath;
import org.extenddb.core.expression.ast.PathElement;
import org.extenddb.core.expression.ast.ValueReference;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.error.InvalidExpressionException;
import org.extenddb.core.expression.error.MessagesExpression;
import org.extenddb.core.expression.eval.AttributePath;
import org.extenddb.core.expression.eval.PathStep;
import org.extenddb.core.model.AttributeValue;

/** Resolves paths and placeholders of one expression and remembers which attributes it names. */
final class OperandBinder {
    private final ExpressionKind kind;
    private final Substitutions substitutions;
    private final Set<String> attributeNames = new LinkedHashSet<>();
    private final Set<String> nestedAttributeNames = new LinkedHashSet<>();

    OperandBinder(ExpressionKind kind, Substitutions substitutions) {
        this.kind = kind;
        this.substitutions = substitutions;
    }

    AttributePath path(DocumentPath path) {
        List<PathElement> elements = path.elements();
        String attributeName = name((PathElement.Name) elements.get(0));
        attributeNames.add(attributeName);
        if (elements.size() == 1) {
            return new AttributePath(attributeName, List.of());
        }
        nestedAttributeNames.add(attributeName);
        List<PathStep> steps = new ArrayList<>(elements.size() - 1);
        for (PathElement element : elements.subList(1, elements.size())) {
            steps.add(step(element));
        }
        return new AttributePath(attributeName, steps);
    }

    AttributeValue value(ValueReference reference) {
        AttributeValue value = substitutions.value(reference.placeholder());
        if (value == null) {
            throw invalid(MessagesExpression.undefinedValue(reference.placeholder()));
        }
        return value;
    }

    InvalidExpressionException invalid(String problem) {
        return kind.invalid(problem);
    }

    /** Top-level attributes named so far, in order of appearance. */
    Set<String> attributeNames() {
        return attributeNames;
    }

    /** Those of them that a path goes into. */
    Set<String> nestedAttributeNames() {
        return nestedAttributeNames;
    }

    private PathStep step(PathElement element) {
        return element instanceof PathElement.Index index
                ? new PathStep.Element(index.value())
                : new PathStep.Member(name((PathElement.Name) element));
    }

    private String name(PathElement.Name name) {
        if (!name.isPlaceholder()) {
            return name.text();
        }
        String resolved = substitutions.name(name.text());
        if (resolved == null) {
            throw invalid(MessagesExpression.undefinedName(name.text()));
        }
        return resolved;
    }
}
