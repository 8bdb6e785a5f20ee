package org.extenddb.config;

import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;

/**
 * Quotas of an account in a region; 0 stands for none.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">DynamoDB's own</a>
 */
@SingleInstance
public final class QuotaConfig implements Adjustable {
    private final Setting<Long> tables;
    private final Setting<Long> tableUnits;
    private final Setting<Long> accountUnits;

    /**
     * Reads the configuration.
     *
     * @param tables how many there may be; DynamoDB's default is 2,500
     * @param tableUnits provisioned units, of reads and of writes each, of one table or index; DynamoDB's default is 40,000
     * @param accountUnits provisioned units of all tables and indexes together; DynamoDB's default is 80,000
     */
    @Inject
    public QuotaConfig(
            @ConfigProperty(name = "extenddb.quota.tables", defaultValue = "0") int tables,
            @ConfigProperty(name = "extenddb.quota.tableUnits", defaultValue = "0") long tableUnits,
            @ConfigProperty(name = "extenddb.quota.accountUnits", defaultValue = "0") long accountUnits) {
        this.tables = Setting.number("extenddb.quota.tables", tables);
        this.tableUnits = Setting.number("extenddb.quota.tableUnits", tableUnits);
        this.accountUnits = Setting.number("extenddb.quota.accountUnits", accountUnits);
    }

    public int tables() {
        return (int) Math.min(Integer.MAX_VALUE, tables.value());
    }

    public long tableUnits() {
        return tableUnits.value();
    }

    public long accountUnits() {
        return accountUnits.value();
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(tables, tableUnits, accountUnits);
    }
}
