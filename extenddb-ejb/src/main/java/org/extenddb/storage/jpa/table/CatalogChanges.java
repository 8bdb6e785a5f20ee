package org.extenddb.storage.jpa.table;

import jakarta.persistence.EntityManager;
import java.util.regex.Pattern;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.jspecify.annotations.Nullable;

/**
 * How servers hear of each other's changes: every change raises the catalogue's version in its own transaction and notifies
 * the channel with that version and what was changed, which PostgreSQL delivers at the commit, in commit order.
 */
final class CatalogChanges {
    static final String CHANNEL = "ddb_catalog";

    /** Stands in no account id, region or table name. */
    private static final String SEPARATOR = "|";

    /** Version and id; sent by a trigger of {@code ddb_access_key}. */
    private static final int KEY_PARTS = 2;

    /** Version, account, region and name. */
    private static final int TABLE_PARTS = 4;

    private CatalogChanges() {}

    /**
     * One change as announced: of a table or of an access key.
     *
     * @param tableAddress null unless a table was changed
     * @param accessKeyId null unless an access key was changed
     */
    record Announced(
            long version,
            @Nullable TableAddress tableAddress,
            @Nullable String accessKeyId) {
        /** @throws IllegalArgumentException when it is none of ours, or a newer server's */
        static Announced parse(String payload) {
            String[] parts = payload.split(Pattern.quote(SEPARATOR), -1);
            return switch (parts.length) {
                case KEY_PARTS -> new Announced(Long.parseLong(parts[0]), null, parts[1]);
                case TABLE_PARTS ->
                    new Announced(
                            Long.parseLong(parts[0]),
                            new TableAddress(new AccountId(parts[1]), new Region(parts[2]), parts[3]),
                            null);
                default -> throw new IllegalArgumentException("not an announcement: " + payload);
            };
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
