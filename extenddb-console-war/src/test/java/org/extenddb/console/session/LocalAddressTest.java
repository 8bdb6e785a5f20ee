package org.extenddb.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"tables.xhtml", "items.xhtml?table=a&pk=%C3%A4", "create-table.xhtml"})
    void of_pageOfTheConsole_isKept(String address) {
        assertThat(LocalAddress.of(address, "home")).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//example.org/",
                "https://example.org/a.xhtml",
                "/a.xhtml",
                "..%2fa.xhtml",
                "javascript:alert(1)",
                "a.xhtml?x=\"><script>",
                "a.xhtml\r\nSet-Cookie: a=b",
                "signin.xhtml",
                "a.xhtml#b",
                ""
            })
    void of_anythingElse_isNotFollowed(String address) {
        assertThat(LocalAddress.of(address, "home")).isEqualTo("home");
    }
}
