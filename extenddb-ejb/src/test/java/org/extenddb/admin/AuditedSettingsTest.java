package org.extenddb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.extenddb.config.QuotaConfig;
import org.extenddb.config.StoredSettings;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.core.storage.memory.MemorySettingStore;
import org.junit.jupiter.api.Test;

class AuditedSettingsTest {
    private static final String TABLES = "extenddb.quota.tables";
    private static final String VALUE = "a value that may be a secret";

    private final AdminServer server = new AdminServer();
    private final MemorySettingStore store = new MemorySettingStore();
    private final AuditedSettings settings = new AuditedSettings(
            new SettingService(new StoredSettings(List.of(new QuotaConfig(7, 0, 0)), store), store, name -> null),
            server.audited);
    private final AdminCall administrator = AdminServer.administrator();

    @Test
    void set_whatCanChange_isWrittenDownWithItsValue() {
        settings.set(administrator, TABLES, "3", Precondition.ANY);
        settings.reset(administrator, TABLES, Precondition.ANY);

        assertThat(server.writtenDown())
                .containsExactly(
                        "administrator/root admin:SetSetting setting/extenddb.quota.tables ALLOWED",
                        "administrator/root admin:ResetSetting setting/extenddb.quota.tables ALLOWED");
        assertThat(details()).containsExactly("3", "");
    }

    @Test
    void set_noValueOfIt_isWrittenDownWithWhatWasWanted() {
        assertRefused(AdminError.INVALID, TABLES, "-1");

        server.log.flush();
        assertThat(details()).containsExactly("-1");
    }

    @Test
    void set_secret_isRefusedAndItsValueWrittenNowhere() {
        TreeSet<String> secrets = new TreeSet<>();
        for (Map.Entry<String, DescribedSetting> it : DescribedSetting.all().entrySet()) {
            if (it.getValue().secret()) {
                secrets.add(it.getKey());
            }
        }
        assertThat(secrets).contains("extenddb.encryption.key", "extenddb.bootstrap.secretAccessKey");

        secrets.forEach(it -> assertRefused(AdminError.CONFLICT, it, VALUE));

        assertNoValues(secrets.size());
    }

    /** A secret under a name that is misspelt, or a URL that has a password in it. */
    @Test
    void set_unknownOrNotToBeChanged_isRefusedAndItsValueWrittenNowhere() {
        assertRefused(AdminError.NOT_FOUND, "extenddb.encryption.keys", VALUE);
        assertRefused(AdminError.NOT_FOUND, "EXTENDDB.ENCRYPTION.KEY", VALUE);
        assertRefused(AdminError.CONFLICT, "extenddb.db.url", VALUE);

        assertNoValues(3);
    }

    private void assertNoValues(int records) {
        server.log.flush();
        assertThat(server.audit.records).hasSize(records).allSatisfy(it -> {
            AuditEntry entry = it.entry();
            assertThat(entry.action()).isEqualTo("admin:SetSetting");
            assertThat(entry.outcome()).isEqualTo(AuditOutcome.FAILED);
            assertThat(entry.toString()).doesNotContain(VALUE);
        });
    }

    private List<String> details() {
        return server.audit.records.stream().map(it -> it.entry().detail()).toList();
    }

    private void assertRefused(AdminError error, String name, String value) {
        assertThatExceptionOfType(AdminException.class)
                .isThrownBy(() -> settings.set(administrator, name, value, Precondition.ANY))
                .satisfies(e -> assertThat(e.error()).isEqualTo(error));
    }
}
