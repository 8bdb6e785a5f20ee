package org.extenddb.storage.jpa.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.test.TestDatabase;
import org.junit.jupiter.api.Test;

/** PostgreSQL understands every text, those for other releases of it included, and each asks for the definition. */
class ItemStatementsTest {
    @Test
    void texts_ofAnySlots_areUnderstoodAndAskForTheDefinition() throws SQLException {
        TestStorage storage = TestStorage.on(TestDatabase.create());
        try (Connection connection = storage.dataSource().getConnection()) {
            for (List<Integer> slots : List.of(List.<Integer>of(), List.of(1), List.of(2, 6, 25))) {
                for (Recording recording : Recording.values()) {
                    assertUnderstood(connection, slots, new ItemStatements(slots, recording));
                }
            }
        }
    }

    private static void assertUnderstood(Connection connection, List<Integer> slots, ItemStatements texts)
            throws SQLException {
        for (String text : List.of(
                texts.insert,
                texts.insertIfAbsent,
                texts.upsert,
                texts.upsertReturningOld,
                texts.upsertAfterLock,
                texts.updateVersion,
                texts.updateOfTransaction)) {
            assertThat(text).contains("d.storage_id = ? AND d.version = ?");
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                assertThat(statement.getParameterMetaData().getParameterCount())
                        .isGreaterThanOrEqualTo(9 + 2 * slots.size());
            }
        }
    }
}
