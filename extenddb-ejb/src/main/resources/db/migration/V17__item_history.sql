-- Point-in-time recovery: what writes have replaced.
ALTER TABLE ddb_table
    ADD COLUMN recovery_days int,               -- NULL while it is disabled
    ADD COLUMN kept boolean NOT NULL DEFAULT false,  -- whether writes keep what they replace
    ADD COLUMN kept_since timestamptz,          -- from when on everything is kept that was replaced; NULL as long as that is not certain
    ADD COLUMN restored_from_backup text,
    ADD COLUMN restored_from_table text,
    ADD COLUMN restored_to timestamptz;         -- NULL unless the table was restored

-- Numbers of changes. States rest on their order: never give it a CACHE greater than 1.
CREATE SEQUENCE ddb_history_sequence CACHE 1;

-- A ring of partitions, one a day: what is older than the longest period is truncated before its partition is written to again.
CREATE TABLE ddb_item_history (
    ring int NOT NULL,
    table_id int NOT NULL,
    ph uuid NOT NULL,
    sk bytea NOT NULL,
    sequence bigint NOT NULL,                   -- rises with the changes of an item; one for all changes of a transaction of many items
    replaced_at timestamptz NOT NULL,
    by_service boolean NOT NULL,
    old_size int,
    old_item bytea                              -- what the item was before the change; NULL where it was absent
) PARTITION BY LIST (ring);

DO $$
BEGIN
    ALTER TABLE ddb_item_history ALTER COLUMN old_item SET COMPRESSION lz4;
EXCEPTION
    WHEN feature_not_supported THEN
        RAISE NOTICE 'lz4 is not available: history is compressed with pglz';
END
$$;

CREATE INDEX ddb_item_history_key ON ddb_item_history (table_id, ph, sk, sequence);

DO $$
BEGIN
    FOR n IN 0 .. 39 LOOP
        EXECUTE format('CREATE TABLE %I PARTITION OF ddb_item_history FOR VALUES IN (%s)', 'ddb_item_history_' || n, n);
    END LOOP;
END
$$;

-- Who still reads what items of a table were: nothing of it is taken away meanwhile, nor the items of a table that is deleted.
CREATE TABLE ddb_history_hold (
    holder text PRIMARY KEY,
    storage_id int NOT NULL,
    held_at timestamptz NOT NULL
);
CREATE INDEX ddb_history_hold_table ON ddb_history_hold (storage_id);
