package org.extenddb.console.table;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.client.TableNames;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The list of tables: all names, and what else is shown of those that are on the page. */
@Named("tables")
@ViewScoped
public class TablesBean extends LazyDataModel<TableSummary> implements Serializable {
    private final TableNames names;
    private final TablePage page;
    private String filter = "";
    private String problem = "";
    private List<String> all = List.of();
    private List<String> found = List.of();
    private @Nullable Map<String, Map<String, String>> tags;

    @SuppressWarnings({"NullAway", "unused"})
    protected TablesBean() {
        this(null, null);
    }

    @Inject
    public TablesBean(TableNames names, TablePage page) {
        this.names = names;
        this.page = page;
    }

    /** Reads the names. Who may not list tables may still work with one whose name they know. */
    public void load() {
        all = List.of();
        problem = DynamoDb.refusal(() -> all = names.all());
        tags = null;
        narrow();
    }

    /** Read when somebody first looks for tags, and kept with the names. */
    private Map<String, Map<String, String>> tags() {
        Map<String, Map<String, String>> known = tags == null ? names.tags() : tags;
        tags = known;
        return known;
    }

    /** Shows those that the filter lets through. */
    public void narrow() {
        found = TableFilter.parse(filter).of(all, this::tags);
    }

    @Override
    public int count(Map<String, FilterMeta> filterBy) {
        return found.size();
    }

    @Override
    public List<TableSummary> load(
            int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        int from = Math.min(first, found.size());
        return page.describe(found.subList(from, Math.min(from + pageSize, found.size())));
    }

    public String getFilter() {
        return filter;
    }

    public void setFilter(@Nullable String filter) {
        this.filter = filter == null ? "" : filter;
    }

    public int getFound() {
        return found.size();
    }

    public boolean isNothingAtAll() {
        return found.isEmpty() && filter.isBlank() && problem.isEmpty();
    }

    /** Why no names can be shown; empty when they can. */
    public String getProblem() {
        return problem;
    }
}
