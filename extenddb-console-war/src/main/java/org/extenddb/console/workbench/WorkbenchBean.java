package org.extenddb.console.workbench;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.extenddb.core.expression.error.ExpressionKind;
import org.jspecify.annotations.Nullable;

/** The form of the workbench. */
@Named("workbench")
@RequestScoped
public class WorkbenchBean {
    private ExpressionKind kind = ExpressionKind.CONDITION;
    private String key = "pk S";
    private String expression = "size(orderLines) > :most AND #s = :open";
    private String names = "{\"#s\": \"state\"}";
    private String values = "{\":most\": {\"N\": \"1\"}, \":open\": {\"S\": \"open\"}}";
    private String item = """
            {
              "pk": {"S": "order-1"},
              "state": {"S": "open"},
              "orderLines": {"L": [{"S": "a"}, {"S": "b"}]}
            }""";
    private @Nullable Trial trial;

    public void run() {
        trial = Trial.of(kind, expression, names, values, item, key);
    }

    /** Null until something was tried. */
    public @Nullable Trial getTrial() {
        return trial;
    }

    /** The expression with a line below it that points at the fault; empty where its place is not known. */
    public String getPointer() {
        Trial last = trial;
        if (last == null || last.caret() < 0) {
            return "";
        }
        int line = expression.lastIndexOf('\n', last.caret() - 1) + 1;
        int end = expression.indexOf('\n', last.caret());
        String rest = end < 0 ? "" : expression.substring(end);
        return expression.substring(0, end < 0 ? expression.length() : end) + "\n" + " ".repeat(last.caret() - line)
                + "^" + rest;
    }

    public ExpressionKind getKind() {
        return kind;
    }

    public void setKind(ExpressionKind kind) {
        this.kind = kind;
    }

    public ExpressionKind[] getKinds() {
        return ExpressionKind.values();
    }

    /** Of the sample item's table; what a key condition is about. */
    public String getKey() {
        return key;
    }

    public void setKey(@Nullable String key) {
        this.key = key == null ? "" : key;
    }

    public String getExpression() {
        return expression;
    }

    public void setExpression(@Nullable String expression) {
        this.expression = expression == null ? "" : expression;
    }

    public String getNames() {
        return names;
    }

    public void setNames(@Nullable String names) {
        this.names = names == null ? "" : names;
    }

    public String getValues() {
        return values;
    }

    public void setValues(@Nullable String values) {
        this.values = values == null ? "" : values;
    }

    public String getItem() {
        return item;
    }

    public void setItem(@Nullable String item) {
        this.item = item == null ? "" : item;
    }
}
