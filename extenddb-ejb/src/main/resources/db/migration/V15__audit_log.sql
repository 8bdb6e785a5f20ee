-- The audit log: a chain of records, each with a keyed hash over itself and the hash before it.
CREATE TABLE ddb_audit_log (
    sequence bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    server text NOT NULL,
    actor text NOT NULL,
    account_id text NOT NULL,
    access_key_id text NOT NULL,
    action text COLLATE "C" NOT NULL,
    resource text NOT NULL,
    source_address text NOT NULL,
    request_id text NOT NULL,
    outcome text NOT NULL,
    error text NOT NULL,
    detail text NOT NULL,
    hash bytea NOT NULL
);
CREATE INDEX ddb_audit_log_at ON ddb_audit_log (at);
CREATE INDEX ddb_audit_log_account ON ddb_audit_log (account_id, sequence);

-- The ends of the chain. Who appends or trims locks the row of that end.
CREATE TABLE ddb_audit_mark (
    name text PRIMARY KEY,
    sequence bigint NOT NULL,
    hash bytea NOT NULL,
    seal bytea NOT NULL
);
INSERT INTO ddb_audit_mark (name, sequence, hash, seal) VALUES ('head', 0, '', ''), ('anchor', 0, '', '');
