-- Who signs in by a password: administrators of the installation, and users of accounts.
CREATE TABLE ddb_administrator (
    name text COLLATE "C" PRIMARY KEY,
    password_hash text NOT NULL,            -- Argon2id, with its parameters and salt
    must_change boolean NOT NULL,
    password_stamp text NOT NULL,           -- new with every password: tokens of before hold no longer
    password_changed_at timestamptz NOT NULL,
    active boolean NOT NULL,
    created_at timestamptz NOT NULL,
    last_sign_in_at timestamptz
);
CREATE UNIQUE INDEX ddb_administrator_name ON ddb_administrator (lower(name));

CREATE TABLE ddb_login_profile (
    identity_id text PRIMARY KEY REFERENCES ddb_identity,
    account_id text NOT NULL REFERENCES ddb_account,
    password_hash text NOT NULL,
    must_change boolean NOT NULL,
    password_stamp text NOT NULL,
    password_changed_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    last_sign_in_at timestamptz
);

-- Attempts in a row that have not succeeded, by a hash of who was to be signed in, whether there is such a one or not.
CREATE TABLE ddb_sign_in_attempt (
    subject text PRIMARY KEY,
    attempts int NOT NULL,
    last_at timestamptz NOT NULL,
    locked_until timestamptz
);
CREATE INDEX ddb_sign_in_attempt_last ON ddb_sign_in_attempt (last_at);

-- What passwords of the account's users have to be, as JSON; IAM's default where there is none.
ALTER TABLE ddb_account ADD COLUMN password_policy text;

-- When a role's sessions signed last. Written in batches, and told to nobody.
ALTER TABLE ddb_identity ADD COLUMN last_used_at timestamptz;
ALTER TABLE ddb_identity ADD COLUMN last_used_region text;
