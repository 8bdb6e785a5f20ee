package org.extenddb.telemetry;

import jakarta.inject.Inject;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.storage.jpa.SchemaMigration;
import org.extenddb.storage.jpa.SchemaMigration.State;

/** Asks PostgreSQL for a sign of life and for its schema. */
@SingleInstance
public final class DatabaseProbe {
    private final SchemaMigration schema;

    @Inject
    public DatabaseProbe(SchemaMigration schema) {
        this.schema = schema;
    }

    /** Why this server cannot use the database now, for operators; empty when it can. */
    public String problem() {
        State state = schema.state();
        return switch (state) {
            case CURRENT -> "";
            case NOT_CURRENT -> "the database lacks the schema that this server needs";
            case UNREACHABLE -> "the database cannot be reached";
        };
    }
}
