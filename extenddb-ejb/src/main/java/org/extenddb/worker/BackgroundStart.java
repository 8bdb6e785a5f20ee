package org.extenddb.worker;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.extenddb.storage.jpa.SchemaMigration;
import org.extenddb.storage.jpa.table.CatalogListener;
import org.jspecify.annotations.Nullable;

/** Migrates the schema, and then lets work begin. A failure keeps the application from starting. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class BackgroundStart {
    private static final Logger LOG = System.getLogger(BackgroundStart.class.getName());
    private static final int FIRST = 3_000;

    private final @Nullable SchemaMigration migration;
    private final @Nullable CatalogListener listener;
    private final @Nullable Instance<BackgroundWork> works;
    private final List<Future<?>> scheduled = new ArrayList<>();

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Resource
    private ManagedThreadFactory threads;

    /** For the container, which asks for one and calls the other. */
    public BackgroundStart() {
        this(null, null, null);
    }

    @Inject
    public BackgroundStart(
            @Nullable SchemaMigration migration,
            @Nullable CatalogListener listener,
            @Nullable Instance<BackgroundWork> works) {
        this.migration = migration;
        this.listener = listener;
        this.works = works;
    }

    @PostConstruct
    void start() {
        Objects.requireNonNull(migration).migrate();
        threads.newThread(Objects.requireNonNull(listener)).start();
        for (BackgroundWork work : Objects.requireNonNull(works)) {
            work.begin();
            long pause = work.pause().toMillis();
            for (int lane = 0; lane < work.lanes(); lane++) {
                scheduled.add(scheduler.scheduleWithFixedDelay(() -> turn(work), FIRST, pause, TimeUnit.MILLISECONDS));
            }
        }
    }

    @PreDestroy
    void stop() {
        Objects.requireNonNull(listener).stop();
        scheduled.forEach(future -> future.cancel(true));
        Objects.requireNonNull(works).forEach(BackgroundStart::end);
    }

    private static void end(BackgroundWork work) {
        try {
            work.end();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "EXDB0304W: Background work did not end well: {0}", e.toString());
        }
    }

    /** The outer edge of background work: whatever goes wrong is logged, and tried again in the next turn. */
    private static void turn(BackgroundWork work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "EXDB0301W: Background work failed and will be tried again.", e);
        }
    }
}
