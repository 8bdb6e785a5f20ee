package org.extenddb.worker.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.extenddb.core.model.RestoreOrigin;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that nobody will fill any more. */
class UnfilledTablesTest {
    @TempDir
    Path root;

    /** Its server died before there was a job. */
    @Test
    void unfilledTable_withoutAJob_isRemovedAfterAWhile() throws IOException {
        TransferFixture fixture = new TransferFixture(root);
        TableDefinition orphan = fixture.newTable(TableStatus.CREATING);
        TableDefinition restored = fixture.newTable(TableStatus.CREATING);
        fixture.backend
                .tables()
                .update(
                        restored.address(),
                        it -> it.with(it.settings().withOrigin(new RestoreOrigin("a:backup", null, Instant.now()))));
        TableDefinition young = fixture.newTable(TableStatus.CREATING);
        TableDefinition used = fixture.newTable(TableStatus.ACTIVE);
        fixture.age(orphan);
        fixture.age(restored);
        fixture.age(used);

        fixture.unfilled.remove();

        assertThat(fixture.backend.tables().find(orphan.address())).isNull();
        assertThat(fixture.backend.tables().find(restored.address())).isNull();
        assertThat(fixture.backend.tables().find(young.address())).isNotNull();
        assertThat(fixture.backend.tables().find(used.address())).isNotNull();
    }
}
