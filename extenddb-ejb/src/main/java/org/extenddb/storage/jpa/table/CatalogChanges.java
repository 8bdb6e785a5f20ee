package org.extenddb.storage.jpa.table;

import jakarta.persistence.EntityManager;
import java.util.regex.Pattern;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;

/**
 * How servers hear of each other's changes: every change raises the catalogue's version in its own transaction and notifies
 * the channel with that version and the table's address, which PostgreSQL delivers at the commit, in commit order.
 */
final class CatalogChanges {
    static final String CHANNEL = "ddb_catalog";

    /** Stands in no account id, region or table name. */
    private static final String SEPARATOR = "|";

    private CatalogChanges() {}

    /** One change as announced. */
    record Announced(long version, TableAddress address) {
        static Announced parse(String payload) {
            String[] parts = payload.split(Pattern.quote(SEPARATOR), 4);
            return new Announced(
                    Long.parseLong(parts[0]),
                    new TableAddress(new AccountId(parts[1]), new Region(parts[2]), parts[3]));
        }
    }

    /** The last thing a transaction does: others that change the catalogue wait for it from here on. */
    static void announce(EntityManager entities, TableAddress address) {
        entities.flush();
        String table = SEPARATOR + address.account() + SEPARATOR + address.region() + SEPARATOR + address.tableName();
        entities.createNativeQuery(
                        "WITH v AS (UPDATE ddb_catalog_version SET version = version + 1 WHERE id = 1 RETURNING version)"
                                + " SELECT v.version, cast(pg_notify(:channel, v.version || :table) AS text) FROM v",
                        Object[].class)
                .setParameter("channel", CHANNEL)
                .setParameter("table", table)
                .getSingleResult();
    }
}
