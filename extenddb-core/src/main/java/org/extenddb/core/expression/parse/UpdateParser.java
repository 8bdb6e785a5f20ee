package org.extenddb.core.expression.parse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.expression.ast.Arithmetic;
import org.extenddb.core.expression.ast.DocumentPath;
import org.extenddb.core.expression.ast.Function;
import org.extenddb.core.expression.ast.FunctionCall;
import org.extenddb.core.expression.ast.Operand;
import org.extenddb.core.expression.ast.SetValue;
import org.extenddb.core.expression.ast.UpdateAction;
import org.extenddb.core.expression.ast.UpdateNode;
import org.extenddb.core.expression.ast.ValueReference;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.error.MessagesExpression;
import org.extenddb.core.expression.token.TokenType;

/**
 * Parses update expressions.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">Update expressions</a>
 */
public final class UpdateParser {
    private static final Map<String, TokenType> KEYWORDS = Map.of(
            "SET", TokenType.SET,
            "REMOVE", TokenType.REMOVE,
            "ADD", TokenType.ADD,
            "DELETE", TokenType.DELETE);

    private final TokenCursor tokens;
    private final PathParser paths;
    private final OperandParser operands;
    private final List<UpdateAction> actions = new ArrayList<>();
    private final Set<TokenType> sections = EnumSet.noneOf(TokenType.class);

    private UpdateParser(TokenCursor tokens) {
        this.tokens = tokens;
        this.paths = new PathParser(tokens);
        this.operands = new OperandParser(tokens, paths, true, this::notListAppend);
    }

    /**
     * Parses a whole expression.
     *
     * @throws org.extenddb.core.expression.error.InvalidExpressionException in DynamoDB's words
     */
    public static UpdateNode parse(String text) {
        TokenCursor tokens = TokenCursor.over(text, ExpressionKind.UPDATE, KEYWORDS);
        UpdateParser parser = new UpdateParser(tokens);
        do {
            parser.section();
        } while (!tokens.nextIs(TokenType.END));
        tokens.finish();
        return new UpdateNode(parser.actions);
    }

    private void section() {
        TokenType section = tokens.peek().type();
        switch (section) {
            case SET, REMOVE, ADD, DELETE -> tokens.advance();
            default -> throw tokens.syntaxError();
        }
        if (!sections.add(section)) {
            tokens.problem(ParseProblems.Sort.REPEATED_SECTION, MessagesExpression.repeatedSection(section.name()));
        }
        do {
            actions.add(action(section));
        } while (tokens.accept(TokenType.COMMA));
    }

    private UpdateAction action(TokenType section) {
        DocumentPath path = paths.path();
        return switch (section) {
            case SET -> {
                tokens.expect(TokenType.EQUAL);
                yield new UpdateAction.Set(path, setValue());
            }
            case ADD -> new UpdateAction.Add(path, value());
            case DELETE -> new UpdateAction.Delete(path, value());
            default -> new UpdateAction.Remove(path);
        };
    }

    private ValueReference value() {
        return new ValueReference(tokens.expect(TokenType.VALUE_PLACEHOLDER).text());
    }

    /** An operand, a sum or a difference, in parentheses or not. */
    private SetValue setValue() {
        SetValue first = firstValue();
        return first instanceof Operand operand ? rest(operand) : first;
    }

    private SetValue firstValue() {
        return tokens.nextIs(TokenType.LEFT_PARENTHESIS) ? group() : operands.bare();
    }

    private SetValue group() {
        tokens.enter();
        tokens.advance();
        boolean doubled = tokens.nextIs(TokenType.LEFT_PARENTHESIS);
        SetValue first = firstValue();
        if (doubled && tokens.previousIs(TokenType.RIGHT_PARENTHESIS) && tokens.nextIs(TokenType.RIGHT_PARENTHESIS)) {
            tokens.problem(ParseProblems.Sort.REDUNDANT_PARENTHESES, MessagesExpression.REDUNDANT_PARENTHESES);
        }
        SetValue inner = first instanceof Operand operand ? rest(operand) : first;
        tokens.expect(TokenType.RIGHT_PARENTHESIS);
        tokens.leave();
        return inner instanceof DocumentPath path ? paths.continued(path) : inner;
    }

    private SetValue rest(Operand left) {
        Arithmetic.Operator operator;
        if (tokens.nextIs(TokenType.PLUS)) {
            operator = Arithmetic.Operator.ADD;
        } else if (tokens.nextIs(TokenType.MINUS)) {
            operator = Arithmetic.Operator.SUBTRACT;
        } else {
            return left;
        }
        tokens.advance();
        tokens.countOperator();
        return new Arithmetic(operator, notListAppend(left), notListAppend(operands.operand()));
    }

    /** A list that is put together can be the value of an attribute, and nothing else. */
    private Operand notListAppend(Operand operand) {
        if (operand instanceof FunctionCall call && call.function() == Function.LIST_APPEND) {
            tokens.problem(
                    ParseProblems.Sort.MISUSED_FUNCTION,
                    MessagesExpression.misusedFunction(call.function().text()));
        }
        return operand;
    }
}
