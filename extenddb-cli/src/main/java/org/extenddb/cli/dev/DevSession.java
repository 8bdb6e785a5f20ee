package org.extenddb.cli.dev;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.Progress;
import org.extenddb.cli.host.RunningProcess;

/**
 * One {@code extenddb dev}: starts the server and, in the foreground, watches over it until it is interrupted. Whichever way a
 * foreground server or a failed start ends, nothing is left running.
 */
public final class DevSession {
    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private final DevHome home;
    private final DevServer server;
    private final Progress progress;
    private final ProcessGate gate = new ProcessGate();

    public DevSession(DevHome home, Progress progress) {
        this.home = home;
        this.progress = progress;
        server = new DevServer(home);
    }

    /** How a server is started. */
    public interface Start {
        /** Returns when the server is ready. What had been started when this fails is still to be stopped. */
        DevState run(ProcessGate gate) throws Exception;
    }

    /** @param whenReady told once the server is ready, before it is watched or left alone */
    public void run(Start start, boolean background, ReadyListener whenReady) throws Exception {
        home.open();
        DevLock lock = DevLock.take(home);
        try {
            server.requireNoneRunning();
            runAlone(start, background, whenReady);
        } finally {
            lock.close();
        }
    }

    private void runAlone(Start start, boolean background, ReadyListener whenReady) throws Exception {
        Thread interruption = new Thread(this::stopInterrupted, "interruption");
        Runtime.getRuntime().addShutdownHook(interruption);
        try {
            DevState state = start.run(gate);
            whenReady.ready(state);
            if (!background) {
                watch(state, server.postgres());
            }
        } catch (Exception e) {
            awaitEndIfInterrupted();
            server.stop();
            forget(interruption);
            throw e;
        }
        awaitEndIfInterrupted();
        forget(interruption);
    }

    private static void forget(Thread interruption) throws InterruptedException {
        try {
            Runtime.getRuntime().removeShutdownHook(interruption);
        } catch (IllegalStateException e) {
            // The interruption has begun; it ends the process.
            Thread.currentThread().join();
        }
    }

    /** The interruption stops everything, and the process ends with it. */
    private void awaitEndIfInterrupted() throws InterruptedException {
        if (gate.isClosed()) {
            Thread.currentThread().join();
        }
    }

    /** Told the state of a server that has become ready. */
    @FunctionalInterface
    public interface ReadyListener {
        void ready(DevState state) throws Exception;
    }

    /** Returns when another command has stopped the server; fails when a part of it has ended by itself. */
    private void watch(DevState state, Optional<RunningProcess> postgres) throws InterruptedException {
        while (!server.isStopping()) {
            if (postgres.isPresent() && !postgres.get().isAlive()) {
                throw new CommandFailure(
                        "PostgreSQL has ended (see " + home.postgres().resolve("cluster/postgres.log")
                                + "); ExtendDB is stopped. What was acknowledged is on disk: start it again.");
            }
            if (state.liberty().awaitExit(WATCH_INTERVAL) && !server.isStopping()) {
                throw new CommandFailure("Liberty has ended (see " + home.logs() + "); ExtendDB is stopped.");
            }
        }
        state.liberty().awaitExit(STOP_PATIENCE);
        if (!gate.isClosed()) {
            progress.line("Stopped by ./extenddb stop.");
        }
    }

    private void stopInterrupted() {
        gate.close();
        progress.line("\nStopping ...");
        try {
            server.stop();
            progress.line("Stopped.");
        } catch (IOException e) {
            progress.line("Could not stop everything: " + e.getMessage() + "; run ./extenddb stop.");
        }
    }
}
