-- Users, groups, roles and managed policies of accounts.
ALTER TABLE ddb_account ADD COLUMN name text NOT NULL DEFAULT '';

CREATE TABLE ddb_identity (
    identity_id text PRIMARY KEY,           -- AIDA..., AGPA..., AROA...
    account_id text NOT NULL REFERENCES ddb_account,
    kind text NOT NULL CHECK (kind IN ('USER', 'GROUP', 'ROLE')),
    path text NOT NULL,
    name text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    boundary_arn text,
    trust_policy text,                      -- this and the next two: of roles
    max_session_seconds int,
    description text
);
-- IAM does not tell names apart by the case of their letters.
CREATE UNIQUE INDEX ddb_identity_name ON ddb_identity (account_id, kind, lower(name));
CREATE INDEX ddb_identity_boundary ON ddb_identity (boundary_arn) WHERE boundary_arn IS NOT NULL;

CREATE TABLE ddb_identity_tag (
    identity_id text NOT NULL REFERENCES ddb_identity ON DELETE CASCADE,
    tag_key text NOT NULL,
    tag_value text NOT NULL,
    PRIMARY KEY (identity_id, tag_key)
);

CREATE TABLE ddb_inline_policy (
    identity_id text NOT NULL REFERENCES ddb_identity ON DELETE CASCADE,
    name text NOT NULL,
    document text NOT NULL,
    PRIMARY KEY (identity_id, name)
);

-- By ARN: some managed policies are nobody's, and are not in the database.
CREATE TABLE ddb_attached_policy (
    identity_id text NOT NULL REFERENCES ddb_identity ON DELETE CASCADE,
    policy_arn text NOT NULL,
    PRIMARY KEY (identity_id, policy_arn)
);
CREATE INDEX ddb_attached_policy_arn ON ddb_attached_policy (policy_arn);

CREATE TABLE ddb_group_member (
    user_id text NOT NULL REFERENCES ddb_identity ON DELETE CASCADE,
    group_id text NOT NULL REFERENCES ddb_identity ON DELETE CASCADE,
    PRIMARY KEY (user_id, group_id)
);
CREATE INDEX ddb_group_member_group ON ddb_group_member (group_id);

CREATE TABLE ddb_policy (
    policy_id text PRIMARY KEY,             -- ANPA...
    account_id text NOT NULL REFERENCES ddb_account,
    path text NOT NULL,
    name text COLLATE "C" NOT NULL,
    description text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    default_version int NOT NULL,
    last_version int NOT NULL
);
CREATE UNIQUE INDEX ddb_policy_name ON ddb_policy (account_id, lower(name));

CREATE TABLE ddb_policy_version (
    policy_id text NOT NULL REFERENCES ddb_policy ON DELETE CASCADE,
    version int NOT NULL,
    document text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (policy_id, version)
);

CREATE TABLE ddb_policy_tag (
    policy_id text NOT NULL REFERENCES ddb_policy ON DELETE CASCADE,
    tag_key text NOT NULL,
    tag_value text NOT NULL,
    PRIMARY KEY (policy_id, tag_key)
);

-- Keys of users; without one, a key is that of the account's root user.
ALTER TABLE ddb_access_key ADD COLUMN identity_id text REFERENCES ddb_identity;
CREATE INDEX ddb_access_key_identity ON ddb_access_key (identity_id);

-- Written in batches. Not a column of the key, whose every change is told to all servers.
CREATE TABLE ddb_access_key_use (
    access_key_id text PRIMARY KEY REFERENCES ddb_access_key ON DELETE CASCADE,
    used_at timestamptz NOT NULL,
    region text NOT NULL,
    service text NOT NULL
);

-- New keys are told too: a server may remember for a moment that there was none.
CREATE OR REPLACE FUNCTION ddb_announce_access_key() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    announced bigint;
    key text := CASE TG_OP WHEN 'INSERT' THEN NEW.access_key_id ELSE OLD.access_key_id END;
BEGIN
    UPDATE ddb_catalog_version SET version = version + 1 WHERE id = 1 RETURNING version INTO announced;
    PERFORM pg_notify('ddb_catalog', announced || '|' || key);
    RETURN NULL;
END
$$;

CREATE TRIGGER ddb_access_key_added AFTER INSERT ON ddb_access_key
    FOR EACH ROW EXECUTE FUNCTION ddb_announce_access_key();
