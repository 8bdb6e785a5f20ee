package org.extenddb.cli.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.PrivateFiles;
import org.extenddb.cli.host.RunningProcess;
import org.extenddb.cli.liberty.LibertyServer;
import org.extenddb.cli.liberty.ReadyCheck;
import org.extenddb.cli.postgres.EmbeddedPostgres;
import org.extenddb.cli.tls.DevCertificate;

/** What runs on a home, whoever started it: its state, and its end. */
public final class DevServer {
    private final DevHome home;

    public DevServer(DevHome home) {
        this.home = home;
    }

    /** The server whose process is alive; it may be starting still. */
    public Optional<DevState> running() throws IOException {
        return DevState.in(home.state()).filter(state -> state.liberty().isAlive());
    }

    /** The embedded database's process, if it is alive. */
    public Optional<RunningProcess> postgres() throws IOException {
        return new EmbeddedPostgres(home.postgres()).process();
    }

    public boolean isReady(DevState state) throws Exception {
        return new ReadyCheck(state.administration(), DevCertificate.trustStoreIn(home.tls())).isReady();
    }

    /** Stops Liberty, then PostgreSQL. Returns whether there was anything to stop. */
    public boolean stop() throws IOException {
        Optional<DevState> state = running();
        Optional<RunningProcess> postgres = postgres();
        if (state.isPresent()) {
            PrivateFiles.write(home.stopping(), "");
            LibertyServer.stop(state.get().liberty());
        }
        new EmbeddedPostgres(home.postgres()).stop();
        Files.deleteIfExists(home.state());
        return state.isPresent() || postgres.isPresent();
    }

    /** Whether the server ends because somebody wants it to. */
    boolean isStopping() {
        return Files.exists(home.stopping());
    }

    void requireNoneRunning() throws IOException {
        Optional<DevState> state = running();
        if (state.isPresent()) {
            throw new CommandFailure(
                    "ExtendDB runs already on %s (%s, process %d); ./extenddb stop ends it, EXTENDDB_HOME chooses another home."
                            .formatted(
                                    home.root(),
                                    state.get().endpoint(),
                                    state.get().liberty().pid()));
        }
    }
}
