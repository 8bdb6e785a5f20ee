package org.extenddb.console.item;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.console.message.Notices;
import org.extenddb.console.request.FilterRow;
import org.extenddb.console.request.KeyPart;
import org.extenddb.console.request.ReadAddress;
import org.extenddb.console.request.ReadForm;
import org.extenddb.console.table.TableShape;
import org.extenddb.console.value.JsonText;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** Items of a table: the form, and one page of what it finds. */
@Named("items")
@ViewScoped
public class ItemsBean implements Serializable {
    private final ItemReader reader;
    private final ItemRemoval removal;
    private final ItemExport export;
    private final Notices notices;
    private final ReadForm form = new ReadForm();
    /** The form as it was when it was run: paging goes on with that, whatever has been typed since. */
    private ReadForm ran = new ReadForm();

    private final List<@Nullable String> starts = new ArrayList<>();
    private @Nullable String table;
    private @Nullable TableShape shape;
    private @Nullable ItemPage page;
    private List<ItemRow> selected = new ArrayList<>();

    @SuppressWarnings({"NullAway", "unused"})
    protected ItemsBean() {
        this(null, null, null, null);
    }

    @Inject
    public ItemsBean(ItemReader reader, ItemRemoval removal, ItemExport export, Notices notices) {
        this.reader = reader;
        this.removal = removal;
        this.export = export;
        this.notices = notices;
    }

    /** Reads what the address says. */
    public @Nullable String open() {
        if (table == null || table.isBlank()) {
            return "tables?faces-redirect=true";
        }
        shape = reader.shape(table);
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        ReadAddress.fill(form, request.getParameterMap());
        ran = form.copy();
        read(List.of(), null);
        return null;
    }

    public void run() {
        ReadForm before = ran;
        ran = form.copy();
        if (!read(List.of(), null)) {
            ran = before;
        } else {
            PrimeFaces.current().executeScript("extenddb.address('" + ReadAddress.of(shape().name(), form) + "')");
        }
    }

    public void next() {
        ItemPage shown = page;
        if (shown != null && shown.last() != null) {
            List<@Nullable String> before = new ArrayList<>(starts);
            read(before, shown.last());
        }
    }

    public void previous() {
        if (starts.size() > 1) {
            List<@Nullable String> before = new ArrayList<>(starts.subList(0, starts.size() - 2));
            read(before, starts.get(starts.size() - 2));
        }
    }

    public void reload() {
        if (!starts.isEmpty()) {
            read(new ArrayList<>(starts.subList(0, starts.size() - 1)), starts.get(starts.size() - 1));
        }
    }

    /** @param before where the pages before began */
    private boolean read(List<@Nullable String> before, @Nullable String start) {
        return notices.attempt(() -> {
            page = reader.read(shape(), ran, start);
            starts.clear();
            starts.addAll(before);
            starts.add(start);
            selected = new ArrayList<>();
        });
    }

    public void deleteSelected() {
        int count = selected.size();
        if (notices.attempt(() -> removal.delete(shape().name(), keys(selected)))) {
            notices.done("itemsDeleted", count);
        }
        reload();
    }

    private static List<JsonObject> keys(List<ItemRow> rows) {
        return rows.stream().map(ItemRow::id).map(JsonText::parse).toList();
    }

    public void download(String format) throws IOException {
        FacesContext context = FacesContext.getCurrentInstance();
        export.send(shape(), ran, ItemFormat.valueOf(format), context.getExternalContext());
        context.responseComplete();
    }

    public void addFilter() {
        form.getFilters().add(new FilterRow());
    }

    public void removeFilter(FilterRow row) {
        form.getFilters().remove(row);
    }

    /** Another index has other keys: what was typed for the old ones means nothing now. */
    public void indexChosen() {
        form.setPartition("");
        form.setSort("");
        form.setSortUpper("");
    }

    private TableShape shape() {
        TableShape known = shape;
        if (known == null) {
            known = reader.shape(String.valueOf(table));
            shape = known;
        }
        return known;
    }

    public @Nullable TableShape getShape() {
        return shape;
    }

    public KeyPart getPartitionKey() {
        return shape().partition(form.getIndex());
    }

    public @Nullable KeyPart getSortKey() {
        return shape().sort(form.getIndex());
    }

    public boolean isPrevious() {
        return starts.size() > 1;
    }

    public int getPageNumber() {
        return starts.size();
    }

    public ReadForm getForm() {
        return form;
    }

    public @Nullable ItemPage getPage() {
        return page;
    }

    public @Nullable String getTable() {
        return table;
    }

    public void setTable(@Nullable String table) {
        this.table = table;
    }

    public List<ItemRow> getSelected() {
        return selected;
    }

    public void setSelected(@Nullable List<ItemRow> selected) {
        this.selected = selected == null ? new ArrayList<>() : selected;
    }
}
