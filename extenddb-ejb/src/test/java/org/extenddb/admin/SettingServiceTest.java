package org.extenddb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.extenddb.admin.SettingService.SettingState;
import org.extenddb.config.QuotaConfig;
import org.extenddb.config.StoredSettings;
import org.extenddb.config.ThrottlingConfig;
import org.extenddb.core.storage.memory.MemorySettingStore;
import org.extenddb.iam.ActionParameters;
import org.junit.jupiter.api.Test;

class SettingServiceTest {
    private static final String TABLES = "extenddb.quota.tables";

    private final ThrottlingConfig throttling = new ThrottlingConfig(false);
    private final QuotaConfig quotas = new QuotaConfig(7, 0, 0);
    private final MemorySettingStore store = new MemorySettingStore();
    private final StoredSettings stored = new StoredSettings(List.of(throttling, quotas), store);
    private final SettingService settings = new SettingService(stored, store, name -> null);
    private final AdminCall administrator = AdminServer.administrator();

    @Test
    void set_whatCanChange_countsAtOnceAndOnOtherServers() {
        QuotaConfig elsewhere = new QuotaConfig(7, 0, 0);
        StoredSettings other = new StoredSettings(List.of(elsewhere), store);

        SettingState now = settings.set(administrator, TABLES, "3", Precondition.ANY);
        settings.changed();
        other.settingsMayHaveChanged();

        assertThat(now.value()).isEqualTo("3");
        assertThat(now.source()).isEqualTo("database");
        assertThat(now.changedBy()).isEqualTo("administrator/root");
        assertThat(quotas.tables()).isEqualTo(3);
        assertThat(elsewhere.tables()).isEqualTo(3);

        settings.reset(administrator, TABLES, Precondition.ANY);
        settings.changed();
        other.settingsMayHaveChanged();
        assertThat(quotas.tables()).isEqualTo(7);
        assertThat(elsewhere.tables()).isEqualTo(7);
    }

    @Test
    void set_noValueOfIt_isInvalid() {
        assertRefused(AdminError.INVALID, TABLES, "-1");
        assertRefused(AdminError.INVALID, "extenddb.throttling.enabled", "yes");
        assertThat(throttling.enabled()).isFalse();
    }

    @Test
    void set_whatNeedsARestart_isAConflict() {
        assertRefused(AdminError.CONFLICT, "extenddb.db.poolSize", "3");
        assertRefused(AdminError.NOT_FOUND, "extenddb.no.such", "3");
    }

    @Test
    void set_otherStateThanMeant_isRefused() {
        String tag = StateTag.of(settings.get(administrator, TABLES));
        settings.set(administrator, TABLES, "1", Precondition.of(tag));
        assertThatExceptionOfType(AdminException.class)
                .isThrownBy(() -> settings.set(administrator, TABLES, "2", Precondition.of(tag)))
                .satisfies(e -> assertThat(e.error()).isEqualTo(AdminError.CHANGED));
    }

    @Test
    void url_passwordInIt_isNotShown() {
        assertThat(UrlPassword.hidden("jdbc:postgresql://db/one?user=a&password=Swordfish&sslmode=require"))
                .isEqualTo("jdbc:postgresql://db/one?user=a&password=(set)&sslmode=require");
        assertThat(UrlPassword.hidden("jdbc:postgresql://db/one?PASSWORD=a")).doesNotContain("=a");
        assertThat(UrlPassword.hidden("a?password=b")).isEqualTo("a?password=b");
    }

    @Test
    void list_byAUser_isForbidden() {
        AdminServer server = new AdminServer();
        server.call(administrator, "CreateUser", ActionParameters.of("UserName", "nina"));
        assertThatExceptionOfType(AdminException.class)
                .isThrownBy(() -> settings.list(server.user("nina")))
                .satisfies(e -> assertThat(e.error()).isEqualTo(AdminError.FORBIDDEN));
    }

    /** Operators read it here: what is missing is noticed, and so is a default that has changed. */
    @Test
    void described_everySetting_isOfTheConfiguration() throws IOException {
        Set<String> described = new TreeSet<>();
        DescribedSetting.all().values().forEach(it -> described.add(it.name() + " = " + it.defaultValue()));
        Set<String> configured = new TreeSet<>();
        try (InputStream in = Objects.requireNonNull(
                SettingServiceTest.class.getResourceAsStream("/org/extenddb/config/configuration.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replace("(none)", "null"))
                    .forEach(configured::add);
        }
        try (Stream<Path> files = Files.list(Path.of("../liberty-config/server/extenddb"))) {
            for (Path file : files.toList()) {
                Pattern.compile("<variable name=\"([^\"]+)\" defaultValue=\"([^\"]*)\"")
                        .matcher(Files.readString(file))
                        .results()
                        .map((MatchResult it) -> it.group(1) + " = " + shown(it.group(1), it.group(2)))
                        .forEach(configured::add);
            }
        }
        assertThat(described).isEqualTo(configured);
    }

    private static String shown(String name, String value) {
        return value.isEmpty() || name.endsWith("assword") ? "null" : value;
    }

    private void assertRefused(AdminError error, String name, String value) {
        assertThatExceptionOfType(AdminException.class)
                .isThrownBy(() -> settings.set(administrator, name, value, Precondition.ANY))
                .satisfies(e -> assertThat(e.error()).isEqualTo(error));
    }
}
