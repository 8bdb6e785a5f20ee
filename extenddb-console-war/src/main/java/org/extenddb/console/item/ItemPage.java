package org.extenddb.console.item;

import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.extenddb.console.request.AwsCli;
import org.extenddb.console.request.JavaCode;
import org.extenddb.console.request.KeyPart;
import org.extenddb.console.request.ReadRequest;
import org.extenddb.console.table.TableShape;
import org.extenddb.console.value.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * What a request brought, or the one that the search after it has ended with.
 *
 * @param columns names of attributes: those of the keys first
 * @param hidden how many further attributes there are that have no column
 * @param last where the page ended, in DynamoDB's JSON; null when it was the last one
 * @param facts count, scanned items, capacity and time, for people
 */
public record ItemPage(
        List<String> columns,
        int hidden,
        List<ItemRow> rows,
        @Nullable String last,
        String facts,
        String json,
        String cli,
        String java)
        implements Serializable {
    private static final int MOST_COLUMNS = 24;

    static ItemPage of(ReadRequest request, JsonObject response, TableShape table, String index, String facts) {
        List<ItemRow> rows = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        table.key().forEach(part -> names.add(part.name()));
        names.add(table.partition(index).name());
        KeyPart sort = table.sort(index);
        if (sort != null) {
            names.add(sort.name());
        }
        for (JsonObject item : response.getJsonArray("Items").getValuesAs(JsonObject.class)) {
            rows.add(ItemRow.of(item, table.key()));
            names.addAll(item.keySet());
        }
        List<String> columns = names.stream().limit(MOST_COLUMNS).toList();
        JsonObject last = response.getJsonObject("LastEvaluatedKey");
        return new ItemPage(
                columns,
                names.size() - columns.size(),
                rows,
                last == null ? null : last.toString(),
                facts,
                JsonText.pretty(request.json()),
                AwsCli.of(request.operation(), request.json()),
                JavaCode.of(request.operation(), request.json()));
    }

    public List<String> getColumns() {
        return columns;
    }

    public int getHidden() {
        return hidden;
    }

    public List<ItemRow> getRows() {
        return rows;
    }

    public boolean isMore() {
        return last != null;
    }

    public String getFacts() {
        return facts;
    }

    public String getJson() {
        return json;
    }

    public String getCli() {
        return cli;
    }

    public String getJava() {
        return java;
    }
}
