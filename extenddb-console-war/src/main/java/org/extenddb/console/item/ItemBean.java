package org.extenddb.console.item;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.extenddb.console.message.Notices;
import org.extenddb.console.request.KeyPart;
import org.extenddb.console.table.TableShape;
import org.extenddb.console.value.InvalidJsonException;
import org.extenddb.console.value.ItemDifference;
import org.extenddb.console.value.ItemMerge;
import org.extenddb.console.value.ItemText;
import org.extenddb.console.value.JsonText;
import org.extenddb.console.value.PlainJson;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** The editor of one item: new, or as it was when the page was opened. */
@Named("item")
@ViewScoped
public class ItemBean implements Serializable {
    private final ItemReader reader;
    private final ItemStore store;
    private final Notices notices;
    private @Nullable String table;
    private @Nullable String key;
    private @Nullable String copyOf;
    private @Nullable String pastKey;
    private @Nullable TableShape shape;
    private @Nullable String original;
    private @Nullable String theirs;
    private String text = "";
    private boolean plain;
    private @Nullable String problem;
    private int size;
    private @Nullable ItemDifference difference;

    @SuppressWarnings({"NullAway", "unused"})
    protected ItemBean() {
        this(null, null, null);
    }

    @Inject
    public ItemBean(ItemReader reader, ItemStore store, Notices notices) {
        this.reader = reader;
        this.store = store;
        this.notices = notices;
    }

    /** Reads the item that the address names. */
    public @Nullable String open() {
        if (table == null || table.isBlank()) {
            return "tables?faces-redirect=true";
        }
        shape = reader.shape(table);
        pastKey = key;
        String wanted = key == null ? copyOf : key;
        JsonObject item = null;
        if (wanted != null) {
            try {
                item = store.get(table, JsonText.parse(wanted));
            } catch (InvalidJsonException e) {
                notices.problem(notices.text("itemBadKey"), e.getMessage());
            }
            if (item == null) {
                notices.problem(notices.text("itemGone"), "");
                key = null;
            }
        }
        show(item == null ? store.blank(shape) : item);
        original = key == null || item == null ? null : item.toString();
        return null;
    }

    private void show(JsonObject item) {
        plain = false;
        text = JsonText.pretty(item);
        check();
    }

    /** Says what is wrong with the text, or how large the item is. */
    public void check() {
        ItemText read = ItemText.read(text, plain);
        problem = read.problem();
        size = read.size();
    }

    /** The same item in the other JSON. */
    public void toggle() {
        ItemText read = ItemText.read(text, plain);
        check();
        JsonObject item = read.item();
        if (item != null) {
            plain = !plain;
            text = JsonText.pretty(plain ? PlainJson.ofItem(item) : item);
        }
    }

    /** Shows what saving would change. */
    public void review() {
        ItemText read = ItemText.read(text, plain);
        check();
        JsonObject item = read.item();
        if (item == null) {
            notices.problem(notices.text("itemNotValid"), String.valueOf(problem));
            return;
        }
        String before = original;
        if (before == null) {
            create(item);
            return;
        }
        difference = ItemDifference.between(JsonText.parse(before), item);
        if (difference.isEmpty()) {
            notices.done("itemSame");
        } else {
            PrimeFaces.current().executeScript("PF('review').show()");
        }
    }

    private void create(JsonObject item) {
        if (notices.attempt(() -> store.create(shape(), item))) {
            notices.done("itemCreated");
            opened(item);
        }
    }

    /** Saves what the review showed. */
    public void save() {
        JsonObject item = ItemText.read(text, plain).item();
        String before = original;
        if (item == null || before == null) {
            return;
        }
        JsonObject was = JsonText.parse(before);
        boolean another = !store.key(shape(), was).equals(store.key(shape(), item));
        notices.attempt(() -> {
            JsonObject changed = store.replace(shape(), was, item);
            if (changed == null) {
                notices.done(another ? "itemSavedBeside" : "itemSaved");
                opened(item);
            } else {
                conflict(was, changed);
            }
        });
    }

    private void conflict(JsonObject before, JsonObject changed) {
        theirs = changed.toString();
        difference = ItemDifference.between(before, changed);
        PrimeFaces.current().executeScript("PF('review').hide();PF('gone').hide();PF('conflict').show()");
    }

    /** Throws away what was typed. */
    public @Nullable String takeTheirs() {
        JsonObject changed = theirs == null ? JsonObject.EMPTY_JSON_OBJECT : JsonText.parse(theirs);
        if (changed.isEmpty()) {
            notices.doneAndOn("itemGone");
            return items();
        }
        original = theirs;
        show(changed);
        return null;
    }

    /** Goes on with what was typed, on top of what somebody else has saved. */
    public void keepMine() {
        JsonObject mine = ItemText.read(text, plain).item();
        String before = original;
        String saved = theirs;
        if (mine == null || before == null || saved == null) {
            return;
        }
        JsonObject merged = ItemMerge.onTop(JsonText.parse(before), mine, JsonText.parse(saved));
        original = saved;
        text = JsonText.pretty(plain ? PlainJson.ofItem(merged) : merged);
        review();
    }

    /** Puts what the item was into the editor, where it can be looked at and saved. */
    public void take(ItemVersion version) {
        show(JsonText.parse(version.text()));
        notices.done("versionTaken");
        // The editor is far above the versions.
        PrimeFaces.current().executeScript("window.scrollTo(0, 0)");
    }

    private void opened(JsonObject item) {
        key = store.key(shape(), item).toString();
        pastKey = key;
        original = item.toString();
        PrimeFaces.current().executeScript("PF('review').hide();document.dispatchEvent(new Event('extenddb:saved'))");
    }

    /** Deletes what was opened, and nothing that somebody else has made of it since. */
    public @Nullable String delete() {
        String before = original;
        if (before == null) {
            return null;
        }
        JsonObject was = JsonText.parse(before);
        AtomicReference<@Nullable JsonObject> changed = new AtomicReference<>();
        if (!notices.attempt(() -> changed.set(store.delete(shape(), was)))) {
            return null;
        }
        JsonObject left = changed.get();
        if (left != null && !left.isEmpty()) {
            conflict(was, left);
            return null;
        }
        notices.doneAndOn("itemDeleted");
        return items();
    }

    private String items() {
        return "items?faces-redirect=true&table=" + table;
    }

    /** Whether what is typed has another key than what was opened: saving makes a second item. */
    public boolean isAnotherKey() {
        JsonObject item = ItemText.read(text, plain).item();
        return item != null
                && original != null
                && !store.key(shape(), JsonText.parse(original)).equals(store.key(shape(), item));
    }

    private TableShape shape() {
        TableShape known = shape == null ? reader.shape(String.valueOf(table)) : shape;
        shape = known;
        return known;
    }

    /** The key that the page was opened for, also where there is no such item any more; null for a new item. */
    public @Nullable String getPastKey() {
        return pastKey;
    }

    /** Names of the attributes of the key, by commas: the editor leaves them alone. */
    public String getKeyNames() {
        return shape().key().stream().map(KeyPart::name).collect(Collectors.joining(","));
    }

    public boolean isCreating() {
        return original == null;
    }

    public @Nullable String getTable() {
        return table;
    }

    public void setTable(@Nullable String table) {
        this.table = table;
    }

    public @Nullable String getKey() {
        return key;
    }

    public void setKey(@Nullable String key) {
        this.key = key;
    }

    public @Nullable String getCopyOf() {
        return copyOf;
    }

    public void setCopyOf(@Nullable String copyOf) {
        this.copyOf = copyOf;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text;
    }

    public boolean isPlain() {
        return plain;
    }

    public @Nullable String getProblem() {
        return problem;
    }

    public int getSize() {
        return size;
    }

    public @Nullable ItemDifference getDifference() {
        return difference;
    }
}
