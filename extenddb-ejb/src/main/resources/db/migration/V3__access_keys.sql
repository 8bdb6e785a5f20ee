CREATE TABLE ddb_account (
    account_id text PRIMARY KEY,
    created_at timestamptz NOT NULL
);

CREATE TABLE ddb_access_key (
    access_key_id text PRIMARY KEY,
    account_id text NOT NULL REFERENCES ddb_account,
    user_arn text NOT NULL,
    encrypted_secret bytea NOT NULL,    -- AES-256-GCM; the key is never in the database
    active boolean NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX ddb_access_key_account ON ddb_access_key (account_id);
