package org.extenddb.cli.remote;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.extenddb.cli.dev.DevHome;
import org.extenddb.cli.dev.DevServer;
import org.extenddb.cli.host.CommandFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Which server a command asks, and how it prints what that answers. */
public final class RemoteOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description =
                    "The server's administration address (EXTENDDB_ENDPOINT; else that of the session, or of the server"
                            + " that runs on this home).")
    private @Nullable URI endpoint;

    @Option(
            names = "--ca-bundle",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Certificates that are trusted, in PEM (EXTENDDB_CA_BUNDLE).")
    private @Nullable Path caBundle;

    @Option(
            names = {"--output", "-o"},
            scope = ScopeType.INHERIT,
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Output.Format format = Output.Format.table;

    @Option(
            names = "--account",
            paramLabel = "ID",
            scope = ScopeType.INHERIT,
            description = "The account that it is about; a user's own where it is left out.")
    private @Nullable String account;

    /** A server that nobody has signed in to yet. */
    public AdminClient anonymous() throws IOException {
        return new AdminClient(endpoint(), Trust.client(caBundle()), null);
    }

    /** The server of the session. */
    public AdminClient client() throws IOException {
        Session session = Session.in(home().session())
                .orElseThrow(() -> new RemoteFailure(401, "Nobody has signed in; run extenddb login."));
        URI here = endpoint();
        if (!here.equals(session.endpoint())) {
            throw new RemoteFailure(
                    401, "You have signed in to " + session.endpoint() + ", not to " + here + "; run extenddb login.");
        }
        return new AdminClient(here, Trust.client(caBundle()), session.token());
    }

    /** The account that a command is about. */
    public String account() throws IOException {
        String given = givenAccount();
        if (given != null) {
            return given;
        }
        return Session.in(home().session())
                .map(Session::account)
                .orElseThrow(() -> new CommandFailure("Say which account it is about with --account."));
    }

    /** @throws CommandFailure where it is none: part of an address, it could lead to something else */
    public @Nullable String givenAccount() {
        if (account != null && !account.matches("[0-9]{12}")) {
            throw new CommandFailure("An account id has 12 digits, and \"" + account + "\" is none.");
        }
        return account;
    }

    /** A path below the account. */
    public String inAccount(String... segments) throws IOException {
        return "accounts/" + AdminClient.path(account()) + "/" + AdminClient.path(segments);
    }

    public Output output() {
        return new Output(out(), format);
    }

    public boolean isJson() {
        return format == Output.Format.json;
    }

    public PrintWriter out() {
        return spec.commandLine().getOut();
    }

    public DevHome home() {
        return DevHome.of(System.getenv());
    }

    public URI endpoint() throws IOException {
        URI given = endpoint != null ? endpoint : uri(System.getenv().get("EXTENDDB_ENDPOINT"));
        if (given != null) {
            return given.resolve("/");
        }
        Optional<Session> session = Session.in(home().session());
        if (session.isPresent()) {
            return session.get().endpoint();
        }
        return new DevServer(home())
                .running()
                .map(state -> state.administration().resolve("/"))
                .orElseThrow(() -> new CommandFailure("Say which server with --endpoint https://host:9443."));
    }

    /** Where nothing is said, the bundle of this home is for its own server. */
    public @Nullable Path caBundle() throws IOException {
        Map<String, String> environment = System.getenv();
        if (caBundle != null) {
            return caBundle;
        }
        if (!environment.getOrDefault("EXTENDDB_CA_BUNDLE", "").isEmpty()) {
            return Path.of(environment.get("EXTENDDB_CA_BUNDLE"));
        }
        Path session = Session.in(home().session()).map(Session::caBundle).orElse(null);
        Path own = home().tls().resolve("ca-bundle.pem");
        return session != null || !"localhost".equals(endpoint().getHost()) || !Files.exists(own) ? session : own;
    }

    private static @Nullable URI uri(@Nullable String text) {
        return text == null || text.isEmpty() ? null : URI.create(text);
    }
}
