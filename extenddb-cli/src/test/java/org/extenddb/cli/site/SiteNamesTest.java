package org.extenddb.cli.site;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.extenddb.cli.host.CommandFailure;
import org.junit.jupiter.api.Test;

class SiteNamesTest {
    /** They stand in statements as they are. */
    @Test
    void names_withAnythingThatWouldNeedQuoting_areRefused() {
        for (String name : new String[] {"", "a b", "a;DROP", "a\"b", "A", "1a", "a'b", "a-b", "x".repeat(64)}) {
            assertThatThrownBy(() -> new SiteNames(name, "owner", "user"))
                    .as(name)
                    .isInstanceOf(CommandFailure.class);
            assertThatThrownBy(() -> new SiteNames("db", name, "user")).isInstanceOf(CommandFailure.class);
            assertThatThrownBy(() -> new SiteNames("db", "owner", name)).isInstanceOf(CommandFailure.class);
        }
        assertThatThrownBy(() -> new SiteNames("db", "same", "same")).isInstanceOf(CommandFailure.class);
    }
}
