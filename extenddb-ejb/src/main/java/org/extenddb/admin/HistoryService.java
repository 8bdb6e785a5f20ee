package org.extenddb.admin;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.extenddb.audit.AuditObserver;
import org.extenddb.auth.Authorizer;
import org.extenddb.auth.signin.SignedIn;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.ItemVersion;
import org.extenddb.core.storage.StreamRecord.Image;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.TableTarget;
import org.extenddb.engine.data.Tables;
import org.extenddb.engine.item.GetItem;
import org.extenddb.telemetry.AnsweredRequest;
import org.jspecify.annotations.Nullable;

/**
 * What items were, as far back as point-in-time recovery reaches. Whoever may read the whole of an item by GetItem may read what it
 * was.
 */
@SingleInstance
public final class HistoryService {
    private static final String ACTION = "dynamodb:GetItem";

    /** As the audit log names it: no operation of DynamoDB's. */
    private static final String SERVICE = "admin";

    private static final String OPERATION = "GetItemHistory";
    private static final int MOST_VERSIONS = 100;

    private final TableCatalog catalog;
    private final Tables tables;
    private final HistoryStore history;
    private final Authorizer authorizer;
    private final AuditObserver audit;

    @Inject
    public HistoryService(
            TableCatalog catalog, Tables tables, HistoryStore history, Authorizer authorizer, AuditObserver audit) {
        this.catalog = catalog;
        this.tables = tables;
        this.history = history;
        this.authorizer = authorizer;
        this.audit = audit;
    }

    /**
     * What an item was at a time.
     *
     * @param key the key's attributes, and no others
     * @return empty when there was none
     * @throws AdminException NOT_FOUND, FORBIDDEN, INVALID for a bad key or a time that is not known, CONFLICT while
     *     point-in-time recovery is disabled
     */
    public Optional<Item> at(AdminCall call, TableAddress address, Map<String, AttributeValue> key, Instant time) {
        return audited(call, address, () -> itemAt(call, address, key, time));
    }

    private Optional<Item> itemAt(AdminCall call, TableAddress address, Map<String, AttributeValue> key, Instant time) {
        TableDefinition table = table(call, address, key);
        Instant now = history.now();
        if (time.isBefore(earliest(table, now)) || time.isAfter(now)) {
            throw AdminException.of(AdminError.INVALID, MessagesAdmin.TIME_NOT_KNOWN);
        }
        Image image = history.at(table, key(table, key), time);
        return image == null ? Optional.empty() : Optional.of(ItemJson.read(image.json()));
    }

    /**
     * Versions of an item from the newest to the oldest, each with what it changed.
     *
     * @param key the key's attributes, and no others
     * @param ended the {@code since} of the last version of the page before; null for the first page
     * @param limit at most this many, and no more than a hundred
     * @throws AdminException as {@link #at} does
     */
    public List<DescribedVersion> versions(
            AdminCall call, TableAddress address, Map<String, AttributeValue> key, @Nullable Instant ended, int limit) {
        return audited(call, address, () -> describedVersions(call, address, key, ended, limit));
    }

    private List<DescribedVersion> describedVersions(
            AdminCall call, TableAddress address, Map<String, AttributeValue> key, @Nullable Instant ended, int limit) {
        TableDefinition table = table(call, address, key);
        int most = Math.max(1, Math.min(limit, MOST_VERSIONS));
        List<ItemVersion> versions =
                history.versions(table, key(table, key), earliest(table, history.now()), ended, most + 1);
        List<DescribedVersion> described = new ArrayList<>();
        for (int i = 0; i < Math.min(versions.size(), most); i++) {
            ItemVersion version = versions.get(i);
            Item item = item(version);
            described.add(new DescribedVersion(
                    version.since(),
                    version.until(),
                    item,
                    version.byService(),
                    i + 1 < versions.size()
                            ? AttributeDifference.between(item(versions.get(i + 1)), item)
                            : List.of()));
        }
        return described;
    }

    /** As other reads of items: denied ones stand in the audit log, and by setting all. */
    private <T> T audited(AdminCall call, TableAddress address, Supplier<T> read) {
        String error = "InternalError";
        try {
            T result = read.get();
            error = null;
            return result;
        } catch (DynamoDbException e) {
            error = e.code().simpleName();
            throw e;
        } catch (AdminException e) {
            error = e.error().name();
            throw e;
        } finally {
            audit.answered(answered(call, address, error));
        }
    }

    private static AnsweredRequest answered(AdminCall call, TableAddress address, @Nullable String error) {
        return new AnsweredRequest(
                UUID.randomUUID().toString(),
                call.request().sourceIp(),
                SERVICE,
                OPERATION,
                call.reaching(address.account()).caller(),
                address.region(),
                error,
                List.of(new AccessRequest(ACTION, address.arn())),
                false,
                () -> "",
                0,
                0,
                0);
    }

    private static @Nullable Item item(ItemVersion version) {
        return version.image() == null ? null : ItemJson.read(version.image().json());
    }

    private TableDefinition table(AdminCall call, TableAddress address, Map<String, AttributeValue> key) {
        if (call.who() instanceof SignedIn.User user) {
            authorizer.authorize(
                    user.in(address.region()),
                    call.request().in(address.region()),
                    List.of(wholeItem(user, address, key)));
        }
        TableDefinition table = catalog.find(address);
        if (table == null) {
            throw AdminException.of(AdminError.NOT_FOUND, MessagesAdmin.noTable(address.tableName()));
        }
        return table;
    }

    /** In the table's own region, whichever the administration is asked in. */
    private AccessRequest wholeItem(SignedIn.User user, TableAddress address, Map<String, AttributeValue> key) {
        return tables.access(
                ACTION,
                TableTarget.table(address.arn()),
                new RequestContext(user.caller(), address.region(), ""),
                new GetItem.Valid(address.arn(), key, true, null, CapacityReport.NONE));
    }

    private static Instant earliest(TableDefinition table, Instant now) {
        Integer days = table.settings().recovery().recoveryPeriodInDays();
        Instant since = table.settings().recovery().keptSince();
        if (days == null || since == null) {
            throw AdminException.of(
                    AdminError.CONFLICT, MessagesAdmin.noHistory(table.address().tableName()));
        }
        Instant reached = now.minus(Duration.ofDays(days));
        return reached.isAfter(since) ? reached : since;
    }

    private static ItemKey key(TableDefinition table, Map<String, AttributeValue> key) {
        List<KeyAttribute> attributes = table.keySchema().attributes();
        boolean fits = key.size() == attributes.size()
                && attributes.stream().allMatch(attribute -> {
                    AttributeValue value = key.get(attribute.name());
                    return value != null && attribute.type().matches(value);
                });
        if (!fits) {
            throw AdminException.of(AdminError.INVALID, MessagesAdmin.BAD_KEY);
        }
        return ItemKeys.of(table.keySchema(), new Item(key));
    }
}
