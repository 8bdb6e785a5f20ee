package org.extenddb.console.request;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to read, as filled in. A Faces form writes it. */
public class ReadForm implements Serializable {
    private String index = "";
    private String partition = "";
    private String sortOperator = "=";
    private String sort = "";
    private String sortUpper = "";
    private final List<FilterRow> filters = new ArrayList<>();
    private String projection = "";
    private int limit = 50;
    private boolean descending;
    private boolean consistent;

    /** As it is now: what is typed later changes nothing of it. */
    public ReadForm copy() {
        ReadForm copy = new ReadForm();
        copy.index = index;
        copy.partition = partition;
        copy.sortOperator = sortOperator;
        copy.sort = sort;
        copy.sortUpper = sortUpper;
        filters.forEach(row -> copy.filters.add(row.copy()));
        copy.projection = projection;
        copy.limit = limit;
        copy.descending = descending;
        copy.consistent = consistent;
        return copy;
    }

    /** Empty for the table itself. */
    public String getIndex() {
        return index;
    }

    public void setIndex(@Nullable String index) {
        this.index = index == null ? "" : index;
    }

    public String getPartition() {
        return partition;
    }

    public void setPartition(@Nullable String partition) {
        this.partition = partition == null ? "" : partition;
    }

    public String getSortOperator() {
        return sortOperator;
    }

    public void setSortOperator(@Nullable String sortOperator) {
        this.sortOperator = sortOperator == null || sortOperator.isEmpty() ? "=" : sortOperator;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(@Nullable String sort) {
        this.sort = sort == null ? "" : sort;
    }

    public String getSortUpper() {
        return sortUpper;
    }

    public void setSortUpper(@Nullable String sortUpper) {
        this.sortUpper = sortUpper == null ? "" : sortUpper;
    }

    public List<FilterRow> getFilters() {
        return filters;
    }

    /** Names or paths by commas; empty for all attributes. */
    public String getProjection() {
        return projection;
    }

    public void setProjection(@Nullable String projection) {
        this.projection = projection == null ? "" : projection;
    }

    public int getLimit() {
        return limit;
    }

    public void setLimit(int limit) {
        this.limit = limit;
    }

    public boolean isDescending() {
        return descending;
    }

    public void setDescending(boolean descending) {
        this.descending = descending;
    }

    public boolean isConsistent() {
        return consistent;
    }

    public void setConsistent(boolean consistent) {
        this.consistent = consistent;
    }

    /** A filled partition key makes it a Query. */
    public boolean isQuery() {
        return !partition.isEmpty();
    }

    public boolean isSortRange() {
        return sortOperator.equals("between");
    }
}
