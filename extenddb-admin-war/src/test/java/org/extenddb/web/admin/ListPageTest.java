package org.extenddb.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Function;
import org.extenddb.admin.AdminException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListPageTest {
    @Test
    void of_pages_areTheListInOrder() {
        ListPage<String> first = page(List.of("c", "a", "b"), null);
        assertThat(first.items()).containsExactly("a", "b");

        ListPage<String> second = page(List.of("c", "a", "b"), first.next());
        assertThat(second).isEqualTo(new ListPage<>(List.of("c"), null));
        assertThat(page(List.of("a", "b"), null).next()).isNull();
        assertThat(page(List.of(), null)).isEqualTo(new ListPage<>(List.of(), null));
    }

    @Test
    void of_lastOfThePageBeforeIsGone_goesOnBehindIt() {
        ListPage<String> first = page(List.of("a", "b", "c", "d"), null);

        assertThat(page(List.of("a", "c", "d"), first.next()).items()).containsExactly("c", "d");
    }

    @Test
    void of_nextOfNoPage_isRefused() {
        assertThatExceptionOfType(AdminException.class).isThrownBy(() -> page(List.of("a"), "!"));
    }

    private static ListPage<String> page(List<String> all, @Nullable String next) {
        return ListPage.of(all, Function.identity(), next, 2);
    }
}
