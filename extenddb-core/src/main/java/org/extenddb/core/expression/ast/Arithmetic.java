package org.extenddb.core.expression.ast;

/** {@code left + right} or {@code left - right} in a SET clause. */
public record Arithmetic(Operator operator, Operand left, Operand right) implements SetValue {
    /** The two operators of arithmetic. */
    public enum Operator {
        ADD("+"),
        SUBTRACT("-");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
