package org.extenddb.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestIdsTest {
    @Test
    void next_manyIds_areAllDifferentAndWellFormed() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String id = RequestIds.next();
            assertThat(id).matches("[0-9A-V]{52}");
            ids.add(id);
        }
        assertThat(ids).hasSize(10_000);
    }
}
