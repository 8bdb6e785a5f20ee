-- Tables whose time to live was enabled or disabled: how far ddb_item.exp has been brought into step. Items of a table expire only
-- while changed_at is that of the table and filled is true.
CREATE TABLE ddb_expiry_job (
    storage_id int PRIMARY KEY,
    changed_at timestamptz NOT NULL,
    last_ph uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',  -- the last item that is done
    last_sk bytea NOT NULL DEFAULT '',
    filled boolean NOT NULL DEFAULT false
);
