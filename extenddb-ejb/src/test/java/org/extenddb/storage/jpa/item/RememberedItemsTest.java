package org.extenddb.storage.jpa.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.junit.jupiter.api.Test;

class RememberedItemsTest {
    private static final int ENOUGH = 10_000;

    private final RememberedItems items = new RememberedItems(1 << 20);

    @Test
    void recall_afterRemember_isTheItem() {
        items.remember(address(1), item(1, 100));

        assertThat(items.recall(address(1))).isEqualTo(items.recall(address(1))).isNotNull();
        assertThat(items.recall(address(2))).isNull();
    }

    @Test
    void recall_ofAnotherTable_isNothing() {
        items.remember(address(1), item(1, 100));

        assertThat(items.recall(new ItemAddress(
                        new TableLayout(2, 1, List.of()), address(1).key())))
                .isNull();
    }

    @Test
    void recall_afterForget_isNothing() {
        items.remember(address(1), item(1, 100));
        items.forget(address(1));

        assertThat(items.recall(address(1))).isNull();
    }

    @Test
    void remember_largeItem_isNotKept() {
        items.remember(address(1), item(1, RememberedItems.LARGEST + 1));

        assertThat(items.recall(address(1))).isNull();
    }

    @Test
    void remember_moreThanFits_keepsToTheLimit() {
        for (int n = 0; n < ENOUGH; n++) {
            items.remember(address(n), item(n, 1000));
        }

        assertThat(recalled(ENOUGH)).isBetween(1, (1 << 20) / 1000);
    }

    @Test
    void recall_mostlyOutOfDate_isTriedNowAndThen() {
        items.remember(address(1), item(1, 100));
        for (int n = 0; n < ENOUGH; n++) {
            items.tried(false);
        }

        int recalled = 0;
        for (int n = 0; n < 320; n++) {
            recalled += items.recall(address(1)) == null ? 0 : 1;
        }
        assertThat(recalled).isEqualTo(10);
    }

    @Test
    void recall_goodAgain_isTriedAgain() {
        items.remember(address(1), item(1, 100));
        for (int n = 0; n < ENOUGH; n++) {
            items.tried(false);
        }
        items.tried(true);

        assertThat(items.recall(address(1))).isNotNull();
    }

    @Test
    void recall_withoutMemory_isNothing() {
        RememberedItems none = new RememberedItems(0);
        none.remember(address(1), item(1, 100));

        assertThat(none.recall(address(1))).isNull();
    }

    private int recalled(int ofFirst) {
        int recalled = 0;
        for (int n = 0; n < ofFirst; n++) {
            recalled += items.recall(address(n)) == null ? 0 : 1;
        }
        return recalled;
    }

    private static ItemAddress address(int number) {
        return new ItemAddress(
                new TableLayout(1, 1, List.of()),
                new ItemKey(PartitionHash.fromUuid(new UUID(number, 0)), ByteString.EMPTY));
    }

    private static StoredItem item(int number, int bytes) {
        return new StoredItem(address(number).key(), new byte[bytes], bytes, 1);
    }
}
