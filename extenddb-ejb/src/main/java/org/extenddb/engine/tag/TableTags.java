package org.extenddb.engine.tag;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.PolicyAuthorizer;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.engine.data.TableLifecycle;

/** The tags of all tables at once, for whoever looks for tables by their tags: one look at storage, however many there are. */
@SingleInstance
public final class TableTags {
    private final TableCatalog catalog;
    private final TableLifecycle lifecycle;
    private final PolicyAuthorizer authorizer;

    @Inject
    public TableTags(TableCatalog catalog, TableLifecycle lifecycle, PolicyAuthorizer authorizer) {
        this.catalog = catalog;
        this.lifecycle = lifecycle;
        this.authorizer = authorizer;
    }

    /**
     * Those of the sender's account and region that have tags and whose tags the sender may list.
     *
     * @return the tags by the table's name
     */
    public Map<String, Map<String, String>> visibleTo(Authenticated sender, RequestContext context) {
        return catalog.definitions(sender.caller().account(), sender.region()).stream()
                .filter(table -> !table.settings().tags().isEmpty() && lifecycle.isUsable(table))
                .filter(table -> authorizer.allows(sender, context, ListTagsOfResource.ACTION, table))
                .collect(Collectors.toMap(
                        table -> table.address().tableName(),
                        table -> table.settings().tags()));
    }
}
