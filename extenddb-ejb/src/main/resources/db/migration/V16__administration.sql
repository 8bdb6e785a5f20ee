-- Whoever belongs to a closed account is let in no more; what it has stays.
ALTER TABLE ddb_account ADD COLUMN closed_at timestamptz;

-- Settings that were changed while servers run: they win over the configuration, on all servers.
CREATE TABLE ddb_setting (
    name text PRIMARY KEY,
    value text NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL
);
