package org.extenddb.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.NumberValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.DynamoNumber;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.storage.jpa.table.SlotIndexes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class IndexBuildingTest extends IndexWork {
    // ---- an index that is built

    @Test
    void run_newIndex_holdsTheItemsThatWereThere() {
        fill(2_500);

        people.createIndex();
        assertThat(status()).isEqualTo(TableStatus.CREATING);
        building().run();

        assertThat(status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(people.read(PeopleTable.SLOT)).isEqualTo(people.expected()).hasSize(1_250);
        assertThat(count("SELECT count(*) FROM ddb_lease")).isZero();
    }

    @Test
    void run_newIndex_versionsStayAsTheyAre() {
        fill(100);
        long before = count("SELECT sum(ver % 1000003) FROM ddb_item");

        people.createIndex();
        building().run();

        assertThat(count("SELECT sum(ver % 1000003) FROM ddb_item")).isEqualTo(before);
    }

    @Test
    void run_itemsThatViolateTheKey_areLeftOutAndCounted() throws Exception {
        people.put(PeopleTable.person("good", "Bern"));
        people.put(PeopleTable.nobody("sparse"));
        people.put(PeopleTable.person("number", new NumberValue(DynamoNumber.of(1))));
        people.put(PeopleTable.person("empty", ""));
        people.put(PeopleTable.person("long", "x".repeat(2_049)));
        people.put(PeopleTable.person("longest", "x".repeat(2_048)));

        people.createIndex();
        stopsAtTheEnd().run();

        assertThat(count("SELECT violations FROM ddb_index_job")).isEqualTo(3);
        assertThat(count("SELECT entries FROM ddb_index_job")).isEqualTo(2);
        assertThat(people.read(PeopleTable.SLOT)).containsOnlyKeys("good", "longest");
    }

    /** Four sort keys of 1,024 random bytes each do not fit into one page of an index. */
    @Test
    void run_keyThatTheDatabaseCannotHold_isLeftOutAlone() {
        Random random = new Random(7);
        Map<String, AttributeValue> attributes =
                new LinkedHashMap<>(PeopleTable.person("huge", "Bern").attributes());
        Map<String, AttributeValue> small =
                new LinkedHashMap<>(PeopleTable.person("small", "Bern").attributes());
        for (String name : new String[] {"r1", "r2", "r3", "r4"}) {
            StringBuilder value = new StringBuilder();
            random.ints(1_024, '!', '~').forEach(c -> value.append((char) c));
            attributes.put(name, new StringValue(value.toString()));
            small.put(name, new StringValue(name));
        }
        people.put(new Item(attributes));
        people.put(new Item(small));

        people.createIndex(string("r1"), string("r2"), string("r3"), string("r4"));
        building().run();

        assertThat(status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(people.read(PeopleTable.SLOT)).containsOnlyKeys("small");
    }

    @Test
    void run_transitionSecondsNotOver_staysBackfilling() {
        people.createIndex();

        building(items(), 60).run();
        assertThat(status()).isEqualTo(TableStatus.BACKFILLING);
        execute("UPDATE ddb_index_job SET started_at = now() - interval '61 s'");
        building(items(), 60).run();

        assertThat(status()).isEqualTo(TableStatus.ACTIVE);
    }

    @Test
    void run_afterwards_countIsDue() {
        fill(10);
        people.createIndex();
        building().run();

        assertThat(count("SELECT count(*) FROM ddb_count_job WHERE writes > counted AND due_at <= now()"))
                .isEqualTo(1);
    }

    // ---- crashes

    @Test
    void run_brokenOff_goesOnWhereItWas() {
        fill(3_000);
        people.createIndex();
        AtomicInteger left = new AtomicInteger(1_500);
        ItemStore dying = breaking(items(), left);

        building(dying, 0).run();
        assertThat(status()).isEqualTo(TableStatus.BACKFILLING);
        long done = count("SELECT items FROM ddb_index_job");
        assertThat(done).isBetween(1_000L, 1_500L);
        left.set(Integer.MAX_VALUE);
        execute("UPDATE ddb_lease SET expires_at = now() - interval '1 s'");
        building(dying, 0).run();

        assertThat(status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(people.read(PeopleTable.SLOT)).isEqualTo(people.expected());
        assertThat(Integer.MAX_VALUE - left.get())
                .as("items read after the crash")
                .isEqualTo(3_000 - (int) done);
    }

    @Test
    void run_leaseHeldByAnother_leavesTheJobAlone() {
        people.createIndex();
        TableDefinition table = people.definition();
        new Leases(storage.database()).hold("index-" + table.storageId() + "-" + PeopleTable.SLOT);

        building().run();

        assertThat(status()).isEqualTo(TableStatus.CREATING);
    }

    /** What a server leaves that dies while it makes the slot's index. */
    @Test
    void run_invalidDatabaseIndex_isMadeAgain() {
        new SlotIndexes(storage.database()).ensure(List.of(PeopleTable.SLOT));
        execute(
                "UPDATE pg_index SET indisvalid = false, indisready = false WHERE indexrelid = 'ddb_item_g7'::regclass");
        fill(10);

        people.createIndex();
        building().run();

        assertThat(count("SELECT count(*) FROM pg_index WHERE indisvalid AND indexrelid = 'ddb_item_g7'::regclass"))
                .isEqualTo(1);
        assertThat(people.read(PeopleTable.SLOT)).hasSize(5);
    }
}
