package org.extenddb.engine.tag;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.TableLifecycle;

/** The tags of tables, which live and die with them. */
@SingleInstance
public final class TaggedTables {
    private final TableCatalog catalog;
    private final TableLifecycle lifecycle;

    @Inject
    public TaggedTables(TableCatalog catalog, TableLifecycle lifecycle) {
        this.catalog = catalog;
        this.lifecycle = lifecycle;
    }

    Map<String, String> find(TaggedResource resource, RequestContext context) {
        TableDefinition table = catalog.find(resource.table(context));
        if (table == null || !lifecycle.isUsable(table)) {
            throw resource.notFound();
        }
        return table.settings().tags();
    }

    /** A change that changes nothing leaves the catalogue alone. */
    Map<String, String> change(
            TaggedResource resource, RequestContext context, UnaryOperator<Map<String, String>> change) {
        Map<String, String> present = find(resource, context);
        if (change.apply(present).equals(present)) {
            return present;
        }
        TableAddress address = resource.table(context);
        TableDefinition changed = catalog.update(address, table -> {
            if (!lifecycle.isUsable(table)) {
                throw resource.notFound();
            }
            return table.with(
                    table.settings().withTags(change.apply(table.settings().tags())));
        });
        if (changed == null) {
            throw resource.notFound();
        }
        return changed.settings().tags();
    }
}
