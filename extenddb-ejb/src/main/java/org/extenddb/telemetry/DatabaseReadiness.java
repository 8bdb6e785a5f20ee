package org.extenddb.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that PostgreSQL answers; it is not part of liveness, since a restart of this server would not mend it. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {
    private final DatabaseProbe database;

    @Inject
    public DatabaseReadiness(DatabaseProbe database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(database.isReachable())
                .build();
    }
}
