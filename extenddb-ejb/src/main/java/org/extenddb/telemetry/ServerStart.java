package org.extenddb.telemetry;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Says in the log which ExtendDB runs. */
@Singleton
@Startup
public class ServerStart {
    private static final Logger LOG = System.getLogger(ServerStart.class.getName());

    @PostConstruct
    void started() {
        LOG.log(Level.INFO, "EXDB0001I: ExtendDB {0} starts on Java {1}.", Build.VERSION, Runtime.version());
    }

    @PreDestroy
    void stopped() {
        LOG.log(Level.INFO, "EXDB0002I: ExtendDB stops.");
    }
}
