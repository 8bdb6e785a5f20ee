package org.extenddb.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.extenddb.telemetry.DatabaseProbe;

/**
 * Ready means that PostgreSQL answers and has the schema that this server needs; it is not part of liveness, since a restart of
 * this server would not mend it.
 */
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
        HealthCheckResponseBuilder response = HealthCheckResponse.named("database");
        String problem = database.problem();
        return problem.isEmpty()
                ? response.up().build()
                : response.down().withData("problem", problem).build();
    }
}
