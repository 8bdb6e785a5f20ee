package org.extenddb.console.request;

import java.io.Serializable;

/** One line of the filter: an attribute, a comparison and what it is compared with. A Faces form writes it. */
public class FilterRow implements Serializable {
    private String attribute = "";
    private String operator = "=";
    private String type = "S";
    private String value = "";
    private String upper = "";

    FilterRow copy() {
        FilterRow copy = new FilterRow();
        copy.attribute = attribute;
        copy.operator = operator;
        copy.type = type;
        copy.value = value;
        copy.upper = upper;
        return copy;
    }

    public String getAttribute() {
        return attribute;
    }

    public void setAttribute(String attribute) {
        this.attribute = attribute == null ? "" : attribute;
    }

    public String getOperator() {
        return operator;
    }

    public void setOperator(String operator) {
        this.operator = operator;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value == null ? "" : value;
    }

    /** The second value of between. */
    public String getUpper() {
        return upper;
    }

    public void setUpper(String upper) {
        this.upper = upper == null ? "" : upper;
    }

    /** Whether the comparison takes a value at all. */
    public boolean isCompared() {
        return !operator.equals("exists") && !operator.equals("not_exists");
    }

    public boolean isRange() {
        return operator.equals("between");
    }

    boolean isFilled() {
        return !attribute.isBlank();
    }
}
