-- Long work in the background: exports, imports, backups, restores. Any server takes a job up, and goes on where another died.
CREATE TABLE ddb_job (
    job_id text COLLATE "C" PRIMARY KEY,        -- 01489602797149-73d8d5bc; sorts by time
    kind text NOT NULL,
    account text NOT NULL,
    region text NOT NULL,
    table_name text COLLATE "C" NOT NULL,
    spec text NOT NULL,                         -- JSON; text, since jsonb holds no U+0000, which names of attributes may have
    client_token text,                          -- NULL once it no longer stands for this job
    state text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    done bigint NOT NULL DEFAULT 0,
    total bigint NOT NULL DEFAULT 0,
    bytes bigint NOT NULL DEFAULT 0,
    checkpoint text,                            -- JSON: what the next server needs to go on
    attempts int NOT NULL DEFAULT 0,            -- taken up so many times since the last checkpoint
    cancel_requested boolean NOT NULL DEFAULT false,
    failure_code text,
    failure_message text,
    holder text,                                -- the server that is at it
    held_until timestamptz,
    due_at timestamptz NOT NULL,                -- not to be taken up before; later for those that have just had their turn
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    ended_at timestamptz
);
CREATE UNIQUE INDEX ddb_job_token ON ddb_job (account, region, kind, client_token) WHERE client_token IS NOT NULL;
CREATE INDEX ddb_job_due ON ddb_job (due_at) WHERE state IN ('QUEUED', 'RUNNING');
CREATE INDEX ddb_job_owner ON ddb_job (account, region, job_id);
