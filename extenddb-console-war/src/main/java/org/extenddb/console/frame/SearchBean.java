package org.extenddb.console.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.extenddb.console.client.RecentNames;
import org.extenddb.console.message.Notices;
import org.extenddb.core.error.DynamoDbException;
import org.jspecify.annotations.Nullable;
import org.primefaces.event.SelectEvent;

/** Finds tables and pages by a part of their name. */
@Named("search")
@RequestScoped
public class SearchBean implements Converter<SearchHit> {
    private static final int MOST = 12;
    private static final String TABLE = "searchTable";
    private static final String PAGE = "searchPage";

    private final RecentNames tables;
    private final FrameBean frame;
    private final Notices notices;
    private @Nullable SearchHit chosen;

    @SuppressWarnings({"NullAway", "unused"})
    protected SearchBean() {
        this(null, null, null);
    }

    @Inject
    public SearchBean(RecentNames tables, FrameBean frame, Notices notices) {
        this.tables = tables;
        this.frame = frame;
        this.notices = notices;
    }

    public List<SearchHit> complete(String text) {
        List<SearchHit> hits = new ArrayList<>();
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (MenuSection section : frame.getMenu()) {
            for (MenuSection.Entry entry : section.entries()) {
                String title = notices.text(entry.title());
                if (title.toLowerCase(Locale.ROOT).startsWith(wanted)) {
                    hits.add(new SearchHit(PAGE, title, entry.page() + ".xhtml"));
                }
            }
        }
        try {
            tables.containing(text).stream().limit(MOST).map(SearchBean::table).forEach(hits::add);
        } catch (DynamoDbException e) {
            notices.refused(e);
        }
        return hits;
    }

    private static SearchHit table(String name) {
        return new SearchHit(TABLE, name, "items.xhtml?table=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    public void open(SelectEvent<SearchHit> event) throws IOException {
        SearchHit hit = event.getObject();
        if (hit != null) {
            FacesContext.getCurrentInstance().getExternalContext().redirect(hit.address());
        }
    }

    /** What the browser sends back is a table's name or a page of the menu: never an address to follow blindly. */
    @Override
    public @Nullable SearchHit getAsObject(FacesContext context, UIComponent component, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        int colon = text.indexOf(':');
        String kind = colon < 0 ? TABLE : text.substring(0, colon);
        String name = text.substring(colon + 1);
        if (kind.equals(PAGE)) {
            return frame.getMenu().stream()
                    .flatMap(section -> section.entries().stream())
                    .filter(entry -> entry.page().equals(name))
                    .map(entry -> new SearchHit(PAGE, notices.text(entry.title()), entry.page() + ".xhtml"))
                    .findFirst()
                    .orElse(null);
        }
        return table(name);
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable SearchHit hit) {
        if (hit == null) {
            return "";
        }
        return hit.kind() + ":" + (hit.kind().equals(PAGE) ? hit.address().replace(".xhtml", "") : hit.label());
    }

    public @Nullable SearchHit getChosen() {
        return chosen;
    }

    public void setChosen(@Nullable SearchHit chosen) {
        this.chosen = chosen;
    }
}
