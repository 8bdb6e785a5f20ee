package org.extenddb.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.extenddb.it.admin.Rest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and how. */
class ConsoleDoorIT extends InBrowser {
    private static final int ATTEMPTS = 5;

    private final String name = "door-" + UUID.randomUUID().toString().substring(0, 8);
    private ConsoleBrowser console;

    @BeforeEach
    void open() {
        console = console();
    }

    @Test
    void signIn_wrongPassword_isRefusedWithoutSayingWhatWasWrong() {
        console.signIn(name, "not the password", "");

        console.awaitText("That is not right");
        assertThat(console.address()).contains("signin.xhtml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tables.xhtml",
                "item.xhtml?table=x",
                "users.xhtml",
                "accounts.xhtml",
                "place.xhtml",
                "dashboard.xhtml"
            })
    void page_nobodySignedIn_isTheDoor(String page) throws IOException {
        HttpResponse<String> response = SERVER.get(SERVER.adminEndpoint().resolve("/console/" + page));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("location").orElse("")).contains("/console/signin.xhtml?next=");
    }

    @Test
    void door_headers_keepOthersOut() throws IOException {
        HttpResponse<String> response = SERVER.get(SERVER.adminEndpoint().resolve("/console/signin.xhtml"));

        assertThat(response.headers().allValues("content-security-policy"))
                .anyMatch(policy -> policy.contains("frame-ancestors 'none'"))
                .anyMatch(policy -> policy.contains("script-src 'self' 'nonce-"));
        assertThat(response.headers().firstValue("x-frame-options")).hasValue("DENY");
        assertThat(response.headers().allValues("set-cookie"))
                .filteredOn(cookie -> cookie.startsWith("extenddb-console="))
                .hasSize(1)
                .allMatch(cookie ->
                        cookie.contains("SameSite=Strict") && cookie.contains("HttpOnly") && cookie.contains("Secure"));
    }

    @Test
    void signIn_afterwards_sessionHasAnotherId() {
        console.open("signin.xhtml");
        String before = session();
        console.signIn();
        console.awaitText("Tables");

        assertThat(session()).isNotEqualTo(before);
    }

    @Test
    void signIn_nextIsElsewhere_staysHere() {
        console.driver().manage().deleteAllCookies();
        console.open("signin.xhtml?next=//example.org/");
        console.type("door:name", "admin");
        console.type("door:password", SERVER.administratorPassword());
        console.click("door:enter");

        console.awaitText("Tables");
        assertThat(console.address())
                .startsWith(SERVER.adminEndpoint().toString())
                .contains("tables.xhtml");
    }

    @Test
    void signIn_wrongTooOften_isLockedEvenWithTheRightPassword_onTheOtherWayInToo() {
        String guessed = name + "-guessed";
        String password = "Dinah-Washington-1924";
        Rest.signedIn(SERVER)
                .send("POST", "administrators", "{\"name\":\"" + guessed + "\",\"password\":\"" + password + "\"}");
        for (int i = 0; i < ATTEMPTS; i++) {
            console.signIn(guessed, "wrong-" + i, "");
            console.awaitText("That is not right");
        }

        console.signIn(guessed, password, "");

        console.awaitText("Tried too often. Try again in 1 minute.");
        assertThat(console.address()).contains("signin.xhtml");
        assertThat(new Rest(SERVER, null).signIn(guessed, password).status()).isEqualTo(429);
    }

    private String session() {
        return String.valueOf(console.driver().manage().getCookieNamed(ConsoleBrowser.SESSION));
    }
}
