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
public final class CatalogChanges {
    static final String CHANNEL = "ddb_catalog";

    /** Stands in no account id, region or table name. */
    private static final String SEPARATOR = "|";

    /** The version alone. */
    private static final int SETTINGS_PARTS = 1;

    /** Version and id; sent by a trigger of {@code ddb_access_key}. */
    private static final int KEY_PARTS = 2;

    /** Version, account and the id of an identity, which is empty where the whole account is meant. */
    private static final int IDENTITY_PARTS = 3;

    /** Version, account, region and name. */
    private static final int TABLE_PARTS = 4;

    private CatalogChanges() {}

    /**
     * One change as announced: of a table, an access key, an identity or the identities of an account; of settings where it is
     * none of these.
     *
     * @param tableAddress null unless a table was changed
     * @param accessKeyId null unless an access key was changed
     * @param identityId null unless one user or role was changed
     * @param identitiesOf null unless many may have other rights than before
     */
    record Announced(
            long version,
            @Nullable TableAddress tableAddress,
            @Nullable String accessKeyId,
            @Nullable String identityId,
            @Nullable AccountId identitiesOf) {
        /** @throws IllegalArgumentException when it is none of ours, or a newer server's */
        static Announced parse(String payload) {
            String[] parts = payload.split(Pattern.quote(SEPARATOR), -1);
            return switch (parts.length) {
                case SETTINGS_PARTS -> new Announced(Long.parseLong(parts[0]), null, null, null, null);
                case KEY_PARTS -> new Announced(Long.parseLong(parts[0]), null, parts[1], null, null);
                case IDENTITY_PARTS -> ofIdentities(Long.parseLong(parts[0]), parts[1], parts[2]);
                case TABLE_PARTS ->
                    new Announced(
                            Long.parseLong(parts[0]),
                            new TableAddress(new AccountId(parts[1]), new Region(parts[2]), parts[3]),
                            null,
                            null,
                            null);
                default -> throw new IllegalArgumentException("not an announcement: " + payload);
            };
        }

        boolean isOfSettings() {
            return tableAddress == null && accessKeyId == null && identityId == null && identitiesOf == null;
        }

        private static Announced ofIdentities(long version, String account, String identityId) {
            return identityId.isEmpty()
                    ? new Announced(version, null, null, null, new AccountId(account))
                    : new Announced(version, null, null, identityId, null);
        }
    }

    /**
     * The last thing a transaction does.
     *
     * @param identityId empty where the whole account is meant
     */
    public static void announce(EntityManager entities, AccountId account, String identityId) {
        announce(entities, SEPARATOR + account + SEPARATOR + identityId);
    }

    /** The last thing a transaction does that changes settings. */
    public static void announceSettings(EntityManager entities) {
        announce(entities, "");
    }

    /** The last thing a transaction does: others that change the catalogue wait for it from here on. */
    static void announce(EntityManager entities, TableAddress address) {
        announce(
                entities,
                SEPARATOR + address.account() + SEPARATOR + address.region() + SEPARATOR + address.tableName());
    }

    private static void announce(EntityManager entities, String changed) {
        entities.flush();
        entities.createNativeQuery(
                        "WITH v AS (UPDATE ddb_catalog_version SET version = version + 1 WHERE id = 1 RETURNING version)"
                                + " SELECT v.version, cast(pg_notify(:channel, v.version || :changed) AS text) FROM v",
                        Object[].class)
                .setParameter("channel", CHANNEL)
                .setParameter("changed", changed)
                .getSingleResult();
    }
}
