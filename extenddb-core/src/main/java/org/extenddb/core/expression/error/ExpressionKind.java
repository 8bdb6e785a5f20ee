package org.extenddb.core.expression.error;

/** The request member an expression stands in. Error messages name it. */
public enum ExpressionKind {
    CONDITION("ConditionExpression"),
    FILTER("FilterExpression"),
    KEY_CONDITION("KeyConditionExpression"),
    PROJECTION("ProjectionExpression"),
    UPDATE("UpdateExpression");

    private final String memberName;

    ExpressionKind(String memberName) {
        this.memberName = memberName;
    }

    public String memberName() {
        return memberName;
    }

    /** A refusal of an expression of this kind: {@code Invalid <member>: <problem>}. */
    public InvalidExpressionException invalid(String problem) {
        return new InvalidExpressionException("Invalid " + memberName + ": " + problem, this);
    }
}
