package org.extenddb.core.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.error.InvalidExpressionException;
import org.extenddb.core.expression.error.MessagesKeyCondition;
import org.extenddb.core.expression.eval.KeyClause;
import org.extenddb.core.expression.eval.KeyOperator;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.jspecify.annotations.Nullable;

/** Conditions on key attributes, one per attribute, of a table that is not known yet. Immutable. */
public final class KeyCondition {
    private final List<KeyClause> clauses;

    /** @param clauses one per attribute; whether operands have the types of the key is not known yet */
    public KeyCondition(List<KeyClause> clauses) {
        this.clauses = List.copyOf(clauses);
    }

    /** What attributes are to be equal to, by their names. */
    public Map<String, AttributeValue> equalities() {
        Map<String, AttributeValue> equal = new LinkedHashMap<>();
        for (KeyClause clause : clauses) {
            if (clause.operator() == KeyOperator.EQUAL) {
                equal.put(clause.attributeName(), clause.operands().get(0));
            }
        }
        return equal;
    }

    /** The attributes the conditions are on, in the order in which they were written. */
    public List<String> attributeNames() {
        return clauses.stream().map(KeyClause::attributeName).toList();
    }

    /** The conditions in the order in which they were written. */
    public List<KeyClause> clauses() {
        return clauses;
    }

    /**
     * Fits the conditions to a key: every HASH attribute by equality, RANGE attributes from the first one on without a gap, and
     * only the last of them other than by equality.
     *
     * @throws InvalidExpressionException in DynamoDB's words, without "Invalid KeyConditionExpression" before them
     */
    public QueryKey resolve(KeySchema schema) {
        int keyAttributes = schema.hash().size() + schema.range().size();
        if (clauses.size() > Math.max(2, keyAttributes)) {
            throw invalid(MessagesKeyCondition.TOO_MANY);
        }
        if (clauses.size() > keyAttributes) {
            throw invalid(MessagesKeyCondition.NOT_SUPPORTED);
        }
        List<AttributeValue> hash = new ArrayList<>(schema.hash().size());
        for (KeyAttribute attribute : schema.hash()) {
            KeyClause clause = required(attribute);
            if (clause.operator() != KeyOperator.EQUAL) {
                throw invalid(MessagesKeyCondition.NOT_SUPPORTED);
            }
            hash.add(clause.operands().get(0));
        }
        return new QueryKey(hash, sort(schema, clauses.size() - hash.size()));
    }

    private SortCondition sort(KeySchema schema, int remaining) {
        List<AttributeValue> equalTo = new ArrayList<>(remaining);
        for (int i = 0; i < remaining; i++) {
            KeyClause clause = required(schema.range().get(i));
            if (clause.operator() == KeyOperator.EQUAL) {
                equalTo.add(clause.operands().get(0));
            } else if (i == remaining - 1) {
                return new SortCondition(equalTo, clause.operator(), clause.operands());
            } else {
                throw invalid(MessagesKeyCondition.NOT_SUPPORTED);
            }
        }
        return new SortCondition(equalTo, null, List.of());
    }

    private KeyClause required(KeyAttribute attribute) {
        KeyClause clause = find(attribute.name());
        if (clause == null) {
            throw invalid(MessagesKeyCondition.missing(attribute.name()));
        }
        for (AttributeValue operand : clause.operands()) {
            if (!attribute.type().matches(operand)) {
                throw invalid(MessagesKeyCondition.TYPE_MISMATCH);
            }
        }
        return clause;
    }

    private @Nullable KeyClause find(String attributeName) {
        for (KeyClause clause : clauses) {
            if (clause.attributeName().equals(attributeName)) {
                return clause;
            }
        }
        return null;
    }

    private static InvalidExpressionException invalid(String message) {
        return new InvalidExpressionException(message, ExpressionKind.KEY_CONDITION);
    }
}
