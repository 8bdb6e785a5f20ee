package org.extenddb.cli.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.Ports;
import org.extenddb.cli.host.PrivateFiles;
import org.extenddb.cli.host.Progress;
import org.extenddb.cli.host.RunningProcess;
import org.extenddb.cli.host.Secrets;
import org.extenddb.cli.liberty.LibertyServer;
import org.extenddb.cli.liberty.ReadyCheck;
import org.extenddb.cli.postgres.Database;
import org.extenddb.cli.postgres.EmbeddedPostgres;
import org.extenddb.cli.tls.DevCertificate;

/** Starts a development server, step by step. */
public final class DevStart implements DevSession.Start {
    private static final int PASSWORD_LENGTH = 20;

    private final DevHome home;
    private final DevOptions options;
    private final Progress progress;

    public DevStart(DevHome home, DevOptions options, Progress progress) {
        this.home = home;
        this.options = options;
        this.progress = progress;
    }

    @Override
    public DevState run(ProcessGate gate) throws Exception {
        Files.deleteIfExists(home.stopping());
        requirePort();
        if (options.reset()) {
            reset();
        }
        boolean first = !Files.exists(home.tls());
        DevCertificate certificate = first
                ? progress.step("Making a certificate for localhost", () -> DevCertificate.in(home.tls()))
                : DevCertificate.in(home.tls());
        DevCredentials credentials = DevCredentials.in(home.credentials());
        Database database = database(gate);
        LibertyServer liberty = new LibertyServer(options.installation(), home.liberty(), home.logs());
        DevVariables variables = new DevVariables(
                options, credentials, adminPassword(), database, certificate, encryptionKey(), home.buckets());
        ReadyCheck check = new ReadyCheck(options.endpoint(), certificate.trustStore());
        if (liberty.shouldRecord()) {
            progress.step("Recording classes for quicker starts (once)", () -> record(liberty, variables, check, gate));
        }
        DevState state = progress.step("Starting Liberty with ExtendDB", () -> start(liberty, variables, check, gate));
        PrivateFiles.write(home.awsEnv(), awsEnv(credentials, certificate).lines());
        return state;
    }

    private Database database(ProcessGate gate) throws Exception {
        Database existing = options.existingDatabase();
        if (existing != null) {
            progress.step("Looking at the PostgreSQL of --postgres-url", () -> {
                existing.check();
                return existing;
            });
            return existing;
        }
        EmbeddedPostgres postgres = new EmbeddedPostgres(home.postgres());
        String what = postgres.isNew()
                ? "Setting up PostgreSQL"
                : postgres.process().isPresent() ? "Taking over the running PostgreSQL" : "Starting PostgreSQL";
        return progress.step(what, () -> gate.start(postgres::start));
    }

    private DevState start(LibertyServer liberty, DevVariables variables, ReadyCheck check, ProcessGate gate)
            throws Exception {
        DevState state = gate.start(() -> remembered(liberty.start(variables.values())));
        liberty.awaitReady(state.liberty(), check);
        return state;
    }

    private DevState record(LibertyServer liberty, DevVariables variables, ReadyCheck check, ProcessGate gate)
            throws Exception {
        DevState state = gate.start(() -> remembered(liberty.startRecording(variables.values())));
        liberty.awaitReady(state.liberty(), check);
        liberty.stopRecording(state.liberty());
        return state;
    }

    /** Written down as soon as it runs: whatever happens next, it can be stopped. */
    private DevState remembered(RunningProcess process) throws IOException {
        DevState started = new DevState(process, options.endpoint(), options.endpoint());
        started.write(home.state());
        return started;
    }

    private AwsEnvFile awsEnv(DevCredentials credentials, DevCertificate certificate) {
        return AwsEnvFile.of(options.endpoint(), credentials, options.plainHttp() ? null : certificate.caBundle());
    }

    private String adminPassword() throws IOException {
        return PrivateFiles.readOrCreate(home.adminPassword(), () -> Secrets.alphanumeric(PASSWORD_LENGTH));
    }

    private String encryptionKey() throws IOException {
        return PrivateFiles.readOrCreate(
                home.encryptionKey(), () -> Base64.getEncoder().encodeToString(Secrets.bytes(32)));
    }

    private void requirePort() {
        if (!Ports.isFree(options.port())) {
            throw new CommandFailure(
                    "Port %d is in use by another program; stop that one, or choose another port with --port."
                            .formatted(options.port()));
        }
    }

    private void reset() throws IOException {
        List<Path> doomed = home.kept().stream().filter(Files::exists).toList();
        new EmbeddedPostgres(home.postgres()).stop();
        for (Path path : doomed) {
            progress.line("  Deleting " + path);
            PrivateFiles.delete(path);
        }
    }
}
