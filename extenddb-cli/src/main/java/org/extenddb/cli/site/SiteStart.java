package org.extenddb.cli.site;

import java.nio.file.Files;
import java.nio.file.Path;
import org.extenddb.cli.dev.DevHome;
import org.extenddb.cli.dev.DevSession;
import org.extenddb.cli.dev.DevState;
import org.extenddb.cli.dev.ProcessGate;
import org.extenddb.cli.host.Progress;
import org.extenddb.cli.host.RunningProcess;
import org.extenddb.cli.liberty.LibertyServer;
import org.extenddb.cli.liberty.ReadyCheck;
import org.extenddb.cli.tls.DevCertificate;

/** Starts a server of an installation. */
public final class SiteStart implements DevSession.Start {
    private final SiteHome site;
    private final Path installation;
    private final Progress progress;

    /** @param installation the built {@code wlp} directory */
    public SiteStart(SiteHome site, Path installation, Progress progress) {
        this.site = site;
        this.installation = installation;
        this.progress = progress;
    }

    @Override
    public DevState run(ProcessGate gate) throws Exception {
        DevHome home = site.home();
        home.started();
        Endpoints endpoints = site.endpoints();
        LibertyServer liberty = new LibertyServer(installation, home.liberty(), home.logs());
        return progress.step("Starting Liberty with ExtendDB", () -> {
            DevState state = gate.start(() -> {
                RunningProcess process = liberty.start("extenddb.xml", Files.readString(site.dropIn()));
                DevState started = new DevState(process, endpoints.data(), endpoints.administration());
                home.remember(started);
                return started;
            });
            liberty.awaitReady(
                    state.liberty(),
                    new ReadyCheck(endpoints.administration(), DevCertificate.trustStoreIn(home.tls())));
            return state;
        });
    }
}
