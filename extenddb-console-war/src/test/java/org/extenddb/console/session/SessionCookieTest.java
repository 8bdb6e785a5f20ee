package org.extenddb.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionCookieTest {
    @Test
    void isSecure_anyTls_isIt() {
        assertThat(SessionCookie.isSecure(false, true)).isTrue();
        assertThat(SessionCookie.isSecure(true, true)).isTrue();
    }

    @Test
    void isSecure_plainHttpAlone_isNot() {
        assertThat(SessionCookie.isSecure(true, false)).isFalse();
    }

    @Test
    void isSecure_nothingKnown_isIt() {
        assertThat(SessionCookie.isSecure(false, false)).isTrue();
    }
}
