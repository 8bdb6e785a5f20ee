package org.extenddb.engine.table;

import jakarta.inject.Inject;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.QuotaConfig;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.error.MessagesThroughput;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.storage.AccountUsage;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.TableCatalog;
import org.jspecify.annotations.Nullable;

/** The configured quotas of accounts: none unless the operator sets them. */
@SingleInstance
public final class Quotas {
    private static final String READ = "ReadCapacityUnits";
    private static final String WRITE = "WriteCapacityUnits";

    private final QuotaConfig config;
    private final TableCatalog catalog;

    @Inject
    Quotas(QuotaConfig config, TableCatalog catalog) {
        this.config = config;
        this.catalog = catalog;
    }

    /** @throws DynamoDbException LimitExceededException */
    public void checkNew(NewTable table) {
        checkUnits(table.address(), table.settings().throughput(), null);
        for (IndexDefinition index : table.indexes()) {
            checkUnits(table.address(), index.throughput(), index.name());
        }
        if (config.tables() > 0 || config.accountUnits() > 0) {
            checkAccount(table);
        }
    }

    /** @throws DynamoDbException LimitExceededException */
    void checkTable(TableDefinition table) {
        checkUnits(table.address(), table.settings().throughput(), null);
        for (IndexDefinition index : table.indexes()) {
            checkUnits(table.address(), index.throughput(), index.name());
        }
    }

    private void checkUnits(TableAddress table, @Nullable Throughput throughput, @Nullable String index) {
        long quota = config.tableUnits();
        if (throughput == null || quota == 0) {
            return;
        }
        String region = table.region().value();
        ProvisionedThroughput units = throughput.provisioned();
        if (units.readCapacityUnits() > quota) {
            throw exceeded(MessagesThroughput.overTableQuota(READ, units.readCapacityUnits(), index, region, quota));
        }
        if (units.writeCapacityUnits() > quota) {
            throw exceeded(MessagesThroughput.overTableQuota(WRITE, units.writeCapacityUnits(), index, region, quota));
        }
        if (isOver(throughput.onDemand().maxReadRequestUnits(), quota)) {
            throw exceeded(MessagesThroughput.boundOverQuota(
                    "MaxReadRequestUnits", index, "TableMaxReadCapacityUnits", region));
        }
        if (isOver(throughput.onDemand().maxWriteRequestUnits(), quota)) {
            throw exceeded(MessagesThroughput.boundOverQuota(
                    "MaxWriteRequestUnits", index, "TableMaxWriteCapacityUnits", region));
        }
    }

    private void checkAccount(NewTable table) {
        TableAddress address = table.address();
        AccountUsage usage = catalog.usage(address.account(), address.region());
        if (config.tables() > 0 && usage.tables() >= config.tables()) {
            throw exceeded(MessagesTable.tooManyTables(config.tables()));
        }
        ProvisionedThroughput wanted = wanted(table);
        checkAccount(READ, address, usage.readCapacityUnits(), wanted.readCapacityUnits());
        checkAccount(WRITE, address, usage.writeCapacityUnits(), wanted.writeCapacityUnits());
    }

    private void checkAccount(String member, TableAddress table, long reserved, long wanted) {
        long quota = config.accountUnits();
        if (quota > 0 && reserved + wanted > quota) {
            throw exceeded(
                    MessagesThroughput.overAccountQuota(member, table.region().value(), reserved, quota, wanted));
        }
    }

    private static ProvisionedThroughput wanted(NewTable table) {
        ProvisionedThroughput own = table.settings().throughput().provisioned();
        long read = own.readCapacityUnits();
        long write = own.writeCapacityUnits();
        for (IndexDefinition index : table.indexes()) {
            if (index.throughput() != null) {
                read += index.throughput().provisioned().readCapacityUnits();
                write += index.throughput().provisioned().writeCapacityUnits();
            }
        }
        return new ProvisionedThroughput(read, write);
    }

    private static boolean isOver(@Nullable Long units, long quota) {
        return units != null && units > quota;
    }

    private static DynamoDbException exceeded(String message) {
        return DynamoDbException.of(ErrorCode.LIMIT_EXCEEDED, message);
    }
}
