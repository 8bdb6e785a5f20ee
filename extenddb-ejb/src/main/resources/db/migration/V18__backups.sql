-- Backups. What is in them is in an object store; what they are of is here too, as in their manifests.
CREATE TABLE ddb_backup (
    backup_id text COLLATE "C" PRIMARY KEY,     -- 01489602797149-73d8d5bc, that of the job that makes it; sorts by time
    account text NOT NULL,
    region text NOT NULL,
    table_name text COLLATE "C" NOT NULL,
    table_id uuid NOT NULL,
    name text NOT NULL,
    type text NOT NULL CHECK (type IN ('USER', 'SYSTEM')),
    status text NOT NULL CHECK (status IN ('CREATING', 'AVAILABLE', 'DELETED')),
    created_at timestamptz NOT NULL,
    items bigint NOT NULL,
    bytes bigint NOT NULL,
    bucket text NOT NULL,
    prefix text NOT NULL,
    source text NOT NULL                        -- the table as JSON; text, since jsonb holds no U+0000, which names of attributes may have
);
CREATE INDEX ddb_backup_owner ON ddb_backup (account, region, backup_id);
