package org.extenddb.core.expression.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.extenddb.core.expression.ast.And;
import org.extenddb.core.expression.ast.Between;
import org.extenddb.core.expression.ast.Comparator;
import org.extenddb.core.expression.ast.Comparison;
import org.extenddb.core.expression.ast.ConditionNode;
import org.extenddb.core.expression.ast.DocumentPath;
import org.extenddb.core.expression.ast.ExpressionNode;
import org.extenddb.core.expression.ast.Function;
import org.extenddb.core.expression.ast.FunctionCall;
import org.extenddb.core.expression.ast.In;
import org.extenddb.core.expression.ast.Not;
import org.extenddb.core.expression.ast.Operand;
import org.extenddb.core.expression.ast.Or;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.error.MessagesExpression;
import org.extenddb.core.expression.token.TokenType;

/**
 * A Pratt parser of condition, filter and key-condition expressions.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">Condition and filter expressions, operators, and functions</a>
 */
public final class ConditionParser {
    private static final Map<String, TokenType> KEYWORDS = Map.of(
            "AND", TokenType.AND,
            "OR", TokenType.OR,
            "NOT", TokenType.NOT,
            "BETWEEN", TokenType.BETWEEN,
            "IN", TokenType.IN);
    private static final int MAX_IN_OPERANDS = 100;

    private final TokenCursor tokens;
    private final PathParser paths;
    private final OperandParser operands;

    private ConditionParser(TokenCursor tokens) {
        this.tokens = tokens;
        this.paths = new PathParser(tokens);
        this.operands = new OperandParser(tokens, paths, false, this::asValue);
    }

    /**
     * Parses a whole expression.
     *
     * @throws org.extenddb.core.expression.error.InvalidExpressionException in DynamoDB's words
     */
    public static ConditionNode parse(String text, ExpressionKind kind) {
        TokenCursor tokens = TokenCursor.over(text, kind, KEYWORDS);
        ConditionNode condition = new ConditionParser(tokens).condition(0);
        tokens.finish();
        return condition;
    }

    private ConditionNode condition(int precedence) {
        return asCondition(expression(precedence));
    }

    private ExpressionNode expression(int precedence) {
        return continued(prefix(), precedence);
    }

    private ExpressionNode continued(ExpressionNode first, int precedence) {
        ExpressionNode left = first;
        while (tokens.peek().type().precedence() > precedence) {
            left = infix(left);
        }
        return left;
    }

    private ExpressionNode prefix() {
        return switch (tokens.peek().type()) {
            case NOT -> not(); // NOT a = :v
            case LEFT_PARENTHESIS -> group(); // (a = :v), (a) = :v
            default -> operands.bare(); // a.b[0], :v, size(a)
        };
    }

    private ExpressionNode infix(ExpressionNode left) {
        return switch (tokens.peek().type()) {
            case AND -> and(asCondition(left)); // a = :v AND b = :v
            case OR -> or(asCondition(left)); // a = :v OR b = :v
            case EQUAL -> comparison(left, Comparator.EQUAL);
            case NOT_EQUAL -> comparison(left, Comparator.NOT_EQUAL);
            case LESS -> comparison(left, Comparator.LESS);
            case LESS_OR_EQUAL -> comparison(left, Comparator.LESS_OR_EQUAL);
            case GREATER -> comparison(left, Comparator.GREATER);
            case GREATER_OR_EQUAL -> comparison(left, Comparator.GREATER_OR_EQUAL);
            case BETWEEN -> between(left); // a BETWEEN :v AND :w
            case IN -> in(left); // a IN (:v, :w)
            default -> throw tokens.syntaxError();
        };
    }

    private ConditionNode not() {
        tokens.advance();
        tokens.countOperator();
        tokens.enter();
        ConditionNode negated = condition(TokenType.NOT_PRECEDENCE);
        tokens.leave();
        return new Not(negated);
    }

    private ExpressionNode group() {
        tokens.enter();
        tokens.advance();
        boolean doubled = tokens.nextIs(TokenType.LEFT_PARENTHESIS);
        ExpressionNode first = prefix();
        // Parentheses around nothing but another pair: ((a = :v)), but not ((a).b) and not ((a) = :v).
        if (doubled && tokens.previousIs(TokenType.RIGHT_PARENTHESIS) && tokens.nextIs(TokenType.RIGHT_PARENTHESIS)) {
            tokens.problem(ParseProblems.Sort.REDUNDANT_PARENTHESES, MessagesExpression.REDUNDANT_PARENTHESES);
        }
        ExpressionNode inner = continued(first, 0);
        tokens.expect(TokenType.RIGHT_PARENTHESIS);
        tokens.leave();
        return inner instanceof DocumentPath path ? paths.continued(path) : inner;
    }

    private ConditionNode and(ConditionNode first) {
        List<ConditionNode> conditions = new ArrayList<>();
        conditions.add(first);
        while (tokens.accept(TokenType.AND)) {
            tokens.countOperator();
            conditions.add(condition(TokenType.AND.precedence()));
        }
        return new And(conditions);
    }

    private ConditionNode or(ConditionNode first) {
        List<ConditionNode> conditions = new ArrayList<>();
        conditions.add(first);
        while (tokens.accept(TokenType.OR)) {
            tokens.countOperator();
            conditions.add(condition(TokenType.OR.precedence()));
        }
        return new Or(conditions);
    }

    private ConditionNode comparison(ExpressionNode left, Comparator comparator) {
        Operand first = asOperand(left);
        tokens.advance();
        tokens.countOperator();
        return new Comparison(comparator, first, asValue(operands.operand()));
    }

    private ConditionNode between(ExpressionNode left) {
        Operand operand = asOperand(left);
        tokens.advance();
        tokens.countOperator();
        Operand lower = asValue(operands.operand());
        tokens.expect(TokenType.AND);
        return new Between(operand, lower, asValue(operands.operand()));
    }

    private ConditionNode in(ExpressionNode left) {
        Operand operand = asOperand(left);
        tokens.advance();
        tokens.countOperator();
        tokens.expect(TokenType.LEFT_PARENTHESIS);
        List<Operand> candidates = new ArrayList<>();
        do {
            candidates.add(asValue(operands.operand()));
        } while (tokens.accept(TokenType.COMMA));
        tokens.expect(TokenType.RIGHT_PARENTHESIS);
        if (candidates.size() > MAX_IN_OPERANDS) {
            tokens.problem(ParseProblems.Sort.LIMIT, MessagesExpression.tooManyInOperands(candidates.size()));
        }
        return new In(operand, candidates);
    }

    /** The left operand of an operator; a condition there is an error at the operator. */
    private Operand asOperand(ExpressionNode node) {
        if (node instanceof Operand operand) {
            return asValue(operand);
        }
        throw tokens.syntaxError();
    }

    /** Of the functions, only size has a value. */
    private Operand asValue(Operand operand) {
        if (operand instanceof FunctionCall call && call.function() != Function.SIZE) {
            misused(call);
        }
        return operand;
    }

    /** A condition; an operand that no operator follows is an error at what follows. */
    private ConditionNode asCondition(ExpressionNode node) {
        if (node instanceof FunctionCall call && call.function() == Function.SIZE) {
            misused(call);
        }
        if (node instanceof ConditionNode condition) {
            return condition;
        }
        throw tokens.syntaxError();
    }

    private void misused(FunctionCall call) {
        tokens.problem(
                ParseProblems.Sort.MISUSED_FUNCTION,
                MessagesExpression.misusedFunction(call.function().text()));
    }
}
