-- Indexes of tables that are in use: those that are being built, and those whose slots are being emptied. A row per index that is not
-- ACTIVE; it tells how far the work has come, and is gone a moment after its end.
CREATE SEQUENCE ddb_index_job_id;

CREATE TABLE ddb_index_job (
    storage_id int NOT NULL,
    slot int NOT NULL,
    job_id bigint NOT NULL UNIQUE DEFAULT nextval('ddb_index_job_id'),
    index_name text NOT NULL,
    action text NOT NULL CHECK (action IN ('CREATE', 'DELETE')),
    last_ph uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',  -- the last item that is done
    last_sk bytea NOT NULL DEFAULT '',
    items bigint NOT NULL DEFAULT 0,        -- looked at
    entries bigint NOT NULL DEFAULT 0,      -- written, or taken away
    violations bigint NOT NULL DEFAULT 0,   -- items that the index cannot hold
    started_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (storage_id, slot)
);
