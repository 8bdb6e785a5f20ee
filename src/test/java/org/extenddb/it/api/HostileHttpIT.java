package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.Test;

/** Requests by which somebody without credentials tries to get at what is not his: files of the server, others' sessions, the parser. */
class HostileHttpIT {
    /** What stands in files that a path could lead to, and in no answer of ours. */
    private static final String[] OF_FILES = {
        "root:x:", "<web-app", "<beans", "<faces-config", "EXTENDDB_", "<server ", "Manifest-Version", "javax.net.ssl"
    };

    /** Each goes up, or to what applications keep to themselves, in another way of writing. */
    private static final List<String> TARGETS = List.of(
            "../../../../etc/passwd",
            "..%2f..%2f..%2f..%2fetc%2fpasswd",
            "%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
            "..%252f..%252fetc%252fpasswd",
            "..\\..\\..\\etc\\passwd",
            "..%5c..%5cetc%5cpasswd",
            "..;/..;/WEB-INF/web.xml",
            "%c0%ae%c0%ae/WEB-INF/web.xml",
            "WEB-INF/web.xml",
            "WEB-INF/beans.xml",
            "WEB-INF./web.xml",
            "WEB-INF%00/web.xml",
            "web-inf/web.xml",
            "%57EB-INF/web.xml",
            "x/../WEB-INF/faces-config.xml",
            "META-INF/MANIFEST.MF",
            "server.xml",
            "../server.env");

    private final ServerUnderTest server = ServerUnderTest.started();

    private String answer(URI endpoint, String request) throws IOException {
        try (TlsConnection connection = new TlsConnection(server, endpoint)) {
            connection.send(request.replace("HOST", endpoint.getAuthority()));
            return connection.readAll();
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n";
    }

    private void assertKept(URI endpoint, List<String> paths) throws IOException {
        for (String path : paths) {
            String answer = answer(endpoint, get(path));
            assertThat(answer).as(path).doesNotContain(OF_FILES);
            assertThat(answer).as(path).matches("(?s)|HTTP/1.1 (200|302|400|401|403|404|405) .*");
        }
    }

    private static List<String> below(String... prefixes) {
        List<String> paths = new ArrayList<>();
        for (String prefix : prefixes) {
            TARGETS.forEach(target -> paths.add(prefix + target));
        }
        return paths;
    }

    // ---- path traversal

    @Test
    void path_thatLeadsUp_ofTheDataPlane_showsNoFileAndFillsNoLog() throws IOException {
        int loggedBefore = server.logged().size();
        assertKept(server.dataEndpoint(), below("/", "/x/"));
        List<String> logged = server.logged();
        assertThat(logged.subList(loggedBefore, logged.size())).noneMatch(line -> line.contains("SRVE0315E"));
    }

    @Test
    void path_thatLeadsUp_ofTheAdministration_showsNoFile() throws IOException {
        assertKept(server.adminEndpoint(), below("/admin/", "/admin/v1/", "/admin/v1/accounts/"));
    }

    @Test
    void path_thatLeadsUp_ofTheConsole_showsNoFile() throws IOException {
        assertKept(server.adminEndpoint(), below("/console/", "/console/jakarta.faces.resource/"));
        assertKept(
                server.adminEndpoint(),
                List.of(
                        "/console/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                        "/console/jakarta.faces.resource/web.xml.xhtml?ln=..%2fWEB-INF",
                        "/console/jakarta.faces.resource/..%2fWEB-INF%2fweb.xml.xhtml?ln=css",
                        "/console/jakarta.faces.resource/web.xml.xhtml?con=../WEB-INF",
                        "/console/jakarta.faces.resource/web.xml.xhtml?loc=../WEB-INF",
                        "/console/signin.xhtml;/../WEB-INF/web.xml"));
    }

    /** Pages are for those who have signed in, in whatever way their address is written. */
    @Test
    void page_ofTheConsole_nobodySignedIn_isTheDoor() throws IOException {
        for (String page : List.of(
                "tables.xhtml",
                "item.xhtml?table=x",
                "accounts.xhtml",
                "tables.xhtml;x=signin.xhtml",
                "./tables.xhtml",
                "x/../tables.xhtml",
                "%74ables.xhtml",
                "signin.xhtml/../tables.xhtml")) {
            String answer = answer(server.adminEndpoint(), get("/console/" + page));
            assertThat(answer).as(page).matches("(?s)HTTP/1.1 (302|400|403|404) .*");
            if (answer.startsWith("HTTP/1.1 302")) {
                assertThat(answer).as(page).containsPattern("(?i)location: [^\\r]*/console/signin.xhtml");
            }
        }
    }

    // ---- forms of other sites

    @Test
    void form_ofAnotherSite_isRefused_whereverItComesFrom() throws IOException {
        for (String origin : List.of("https://evil.example", "null", "https://HOST.evil.example", "%%%")) {
            assertThat(answer(server.adminEndpoint(), form(origin))).as(origin).startsWith("HTTP/1.1 403");
        }
        assertThat(answer(server.adminEndpoint(), form("https://HOST"))).doesNotStartWith("HTTP/1.1 403");
    }

    private static String form(String origin) {
        String body = "door%3Aname=admin&door%3Apassword=x";
        return "POST /console/signin.xhtml HTTP/1.1\r\nHost: HOST\r\nOrigin: " + origin
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    @Test
    void cookie_ofTheConsole_opensNoAdministration_andIsForThisSiteAlone() throws IOException {
        String door = answer(server.adminEndpoint(), get("/console/signin.xhtml"));
        assertThat(door)
                .containsPattern("(?i)set-cookie: extenddb-console=[^\\r]*SameSite=Strict")
                .containsPattern("(?i)set-cookie: extenddb-console=[^\\r]*HttpOnly")
                .containsPattern("(?i)set-cookie: extenddb-console=[^\\r]*Secure")
                .containsPattern("(?i)x-frame-options: DENY");
        String cookie = door.replaceFirst("(?is).*set-cookie: (extenddb-console=[^;\\r]*).*", "$1");

        assertThat(answer(
                        server.adminEndpoint(),
                        "GET /admin/v1/accounts HTTP/1.1\r\nHost: HOST\r\nCookie: " + cookie
                                + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 401");
    }

    // ---- XML, which nothing here reads

    @Test
    void xml_thatGrowsOrReadsFiles_isNoForm() throws IOException {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">"
                + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><x>&c;&a;</x>";
        for (String type :
                List.of("text/xml", "application/xml", "application/soap+xml", "application/x-www-form-urlencoded")) {
            String answer = answer(
                    server.dataEndpoint(),
                    "POST / HTTP/1.1\r\nHost: HOST\r\nContent-Type: " + type
                            + "\r\nConnection: close\r\nContent-Length: " + bomb.length() + "\r\n\r\n" + bomb);
            assertThat(answer).as(type).doesNotContain(OF_FILES).matches("(?s)HTTP/1.1 (400|403|404) .*");
        }
    }
}
