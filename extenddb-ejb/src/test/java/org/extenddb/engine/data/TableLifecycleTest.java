package org.extenddb.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.extenddb.config.TableConfig;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableLifecycleTest {
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, 0, 0, ACTIVE, true",
        "ACTIVE, 10, 9, CREATING, false",
        "ACTIVE, 10, 10, ACTIVE, true",
        "UPDATING, 10, 9, UPDATING, true",
        "DELETING, 0, 0, DELETING, false",
        "CREATING, 0, 99, CREATING, false"
    })
    void statusOf_storedStatusAndAge_decideWhatShows(
            TableStatus stored, int creatingSeconds, int age, TableStatus shown, boolean usable) {
        Clock clock = Clock.fixed(CREATED.plusSeconds(age), ZoneOffset.UTC);
        TableLifecycle lifecycle = new TableLifecycle(new TableConfig(creatingSeconds), clock);

        assertThat(lifecycle.statusOf(table(stored))).isEqualTo(shown);
        assertThat(lifecycle.isUsable(table(stored))).isEqualTo(usable);
    }

    private static TableDefinition table(TableStatus status) {
        KeyAttribute key = new KeyAttribute("pk", ScalarType.S);
        return new TableDefinition(
                1,
                UUID.randomUUID(),
                new TableAddress(new AccountId("000000000000"), new Region("local"), "abc"),
                1,
                status,
                CREATED,
                KeySchema.of(key, null),
                List.of(key),
                List.of(),
                TableSettings.onDemand());
    }
}
