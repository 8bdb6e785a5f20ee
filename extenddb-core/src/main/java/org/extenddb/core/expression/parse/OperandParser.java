package org.extenddb.core.expression.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.extenddb.core.expression.ast.DocumentPath;
import org.extenddb.core.expression.ast.Function;
import org.extenddb.core.expression.ast.FunctionCall;
import org.extenddb.core.expression.ast.Operand;
import org.extenddb.core.expression.ast.ValueReference;
import org.extenddb.core.expression.error.MessagesExpression;
import org.extenddb.core.expression.token.Token;
import org.extenddb.core.expression.token.TokenType;

/** Parses operands: paths, placeholders, function calls, each in parentheses or not. */
final class OperandParser {
    private final TokenCursor tokens;
    private final PathParser paths;
    private final boolean ofUpdate;
    private final UnaryOperator<Operand> nested;

    /**
     * A parser of the operands of one expression.
     *
     * @param ofUpdate whether the expression is an update; else it is a condition
     * @param nested checks what stands as an operand of a function
     */
    OperandParser(TokenCursor tokens, PathParser paths, boolean ofUpdate, UnaryOperator<Operand> nested) {
        this.tokens = tokens;
        this.paths = paths;
        this.ofUpdate = ofUpdate;
        this.nested = nested;
    }

    Operand operand() {
        return tokens.nextIs(TokenType.LEFT_PARENTHESIS) ? inParentheses() : bare();
    }

    /** An operand that does not begin with a parenthesis. */
    Operand bare() {
        if (tokens.nextIs(TokenType.VALUE_PLACEHOLDER)) {
            return new ValueReference(tokens.advance().text());
        }
        if (tokens.nextIs(TokenType.IDENTIFIER) && tokens.peekSecond().is(TokenType.LEFT_PARENTHESIS)) {
            return call();
        }
        return paths.path();
    }

    private Operand inParentheses() {
        tokens.enter();
        tokens.advance();
        boolean doubled = tokens.nextIs(TokenType.LEFT_PARENTHESIS);
        Operand inner = operand();
        // ((a).b) is not redundant: the inner pair ends before the path does.
        doubled &= tokens.previousIs(TokenType.RIGHT_PARENTHESIS);
        tokens.expect(TokenType.RIGHT_PARENTHESIS);
        if (doubled) {
            tokens.problem(ParseProblems.Sort.REDUNDANT_PARENTHESES, MessagesExpression.REDUNDANT_PARENTHESES);
        }
        tokens.leave();
        return inner instanceof DocumentPath path ? paths.continued(path) : inner;
    }

    private FunctionCall call() {
        Token name = tokens.advance();
        tokens.expect(TokenType.LEFT_PARENTHESIS);
        tokens.enter();
        tokens.countOperator();
        List<Operand> operands = new ArrayList<>(2);
        do {
            operands.add(nested.apply(operand()));
        } while (tokens.accept(TokenType.COMMA));
        tokens.expect(TokenType.RIGHT_PARENTHESIS);
        tokens.leave();
        Function function = Function.named(name.text());
        if (function == null) {
            tokens.problem(ParseProblems.Sort.UNKNOWN_FUNCTION, MessagesExpression.unknownFunction(name.text()));
        } else if (function.ofUpdates() != ofUpdate) {
            tokens.problem(ParseProblems.Sort.MISPLACED_FUNCTION, misplaced(function));
        } else {
            return new FunctionCall(function, operands);
        }
        // Parsing ends in that problem: which function stands in for the wrong one does not matter.
        return new FunctionCall(Function.SIZE, operands);
    }

    private String misplaced(Function function) {
        return ofUpdate
                ? MessagesExpression.notInUpdates(function.text())
                : MessagesExpression.notInConditions(function.text());
    }
}
