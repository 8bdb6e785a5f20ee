package org.extenddb.core.expression.error;

import java.util.Collection;
import org.extenddb.core.model.AttributeType;

/** DynamoDB's texts about expressions as such. */
public final class MessagesExpression {
    public static final String EMPTY = "The expression can not be empty;";
    public static final String REDUNDANT_PARENTHESES = "The expression has redundant parentheses;";

    public static final String TOO_LONG = "Expression size has exceeded the maximum allowed size;";

    public static final String TOO_LARGE_TOGETHER =
            "Combined size of ExpressionAttributeNames and ExpressionAttributeValues exceeds max size";

    private MessagesExpression() {}

    public static String syntax(String token, String near) {
        return "Syntax error; token: \"" + token + "\", near: \"" + near + "\"";
    }

    public static String unknownFunction(String name) {
        return "Invalid function name; function: " + name;
    }

    public static String notInUpdates(String name) {
        return "The function is not allowed in an update expression; function: " + name;
    }

    public static String notInConditions(String name) {
        return "The function is not allowed in a condition expression; function: " + name;
    }

    public static String misusedFunction(String name) {
        return "The function is not allowed to be used this way in an expression; function: " + name;
    }

    public static String reservedWord(String name) {
        return "Attribute name is a reserved keyword; reserved keyword: " + name;
    }

    public static String tooManyOperators(int count) {
        return "The expression contains too many operators; operator count: " + count;
    }

    public static String tooManyInOperands(int count) {
        return "The IN operator is provided with too many operands; number of operands: " + count;
    }

    public static String pathTooDeep(int levels) {
        return "The document path has too many nesting levels; nesting levels: " + levels;
    }

    public static String indexOutOfRange(String index) {
        return "List index is not within the allowable range; index: [" + index + "]";
    }

    public static String repeatedSection(String keyword) {
        return "The \"" + keyword + "\" section can only be used once in an update expression;";
    }

    public static String undefinedName(String placeholder) {
        return "An expression attribute name used in the document path is not defined; attribute name: " + placeholder;
    }

    public static String undefinedValue(String placeholder) {
        return "An expression attribute value used in expression is not defined; attribute value: " + placeholder;
    }

    public static String operandCount(String operator, int count) {
        return "Incorrect number of operands for operator or function; operator or function: " + operator
                + ", number of operands: " + count;
    }

    public static String operandType(String operator, String type) {
        return "Incorrect operand type for operator or function; operator or function: " + operator + ", operand type: "
                + type;
    }

    public static String pathRequired(String operator) {
        return "Operator or function requires a document path; operator or function: " + operator;
    }

    public static String sameOperand(String operator, String path) {
        return "The first operand must be distinct from the remaining operands for this operator or function; operator: "
                + operator + ", first operand: " + path;
    }

    public static String unknownTypeName(String name) {
        return "Invalid attribute type name found; type: " + name + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}";
    }

    public static String betweenTypes(String lower, String upper) {
        return "The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: " + lower
                + ", upper bound operand: " + upper;
    }

    public static String betweenReversed(String lower, String upper) {
        return "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: "
                + lower + ", upper bound operand: " + upper;
    }

    public static String overlappingPaths(String first, String second) {
        return "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: "
                + first + ", path two: " + second;
    }

    public static String conflictingPaths(String first, String second) {
        return "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: "
                + first + ", path two: " + second;
    }

    /** ADD and DELETE spell types out, unlike every other operator. */
    public static String clauseOperandType(String clause, AttributeType type) {
        String spelled = switch (type) {
            case S -> "STRING";
            case N -> "NUMBER";
            case B -> "BINARY";
            case BOOL -> "BOOLEAN";
            case L -> "LIST";
            case M -> "MAP";
            default -> type.name();
        };
        return "Incorrect operand type for operator or function; operator: " + clause + ", operand type: " + spelled
                + ", typeSet: ALLOWED_FOR_" + clause + "_OPERAND";
    }

    public static String emptyName(String key) {
        return "ExpressionAttributeNames contains invalid value: Empty attribute name for key " + key;
    }

    public static String mustNotBeEmpty(String member) {
        return member + " must not be empty";
    }

    public static String invalidKey(String member, String key) {
        return member + " contains invalid key: Syntax error; key: \"" + key + "\"";
    }

    /** Unlike for names, DynamoDB does not say how long it is. */
    public static String keyTooLong(String member) {
        return member + " contains invalid key: The expression attribute map contains a key that is too long;";
    }

    public static String nameKeyTooLong(String member, int size) {
        return keyTooLong(member) + " size of key: " + size;
    }

    public static String tooLarge(String member) {
        return member + " exceeds max size";
    }

    public static String unused(String member, Collection<String> keys) {
        return "Value provided in " + member + " unused in expressions: keys: {" + String.join(", ", keys) + "}";
    }

    /** The refusal of a filter on an attribute of the key that is queried. Has no "Invalid FilterExpression" before it. */
    public static String filterOnKey(String attributeName) {
        return "Filter Expression can only contain non-primary key attributes: Primary key attribute: " + attributeName;
    }
}
