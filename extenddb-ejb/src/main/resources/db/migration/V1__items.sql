-- Items of all tables. One shared table, so that one statement text serves every table and statements can span tables.
CREATE TABLE ddb_item (
    table_id int NOT NULL,      -- ddb_table.storage_id; never used again after the table is gone
    ph uuid NOT NULL,           -- first 16 bytes of SHA-256 over the encoded hash key, which is only ever compared for equality
    sk bytea NOT NULL,          -- order-preserving range key; empty when the table has none
    ver bigint NOT NULL,        -- raised by every write; starts at the clock in microseconds, so that a new item never looks like an old one
    exp bigint,                 -- time to live in epoch seconds; NULL unless enabled
    sz int NOT NULL,            -- DynamoDB's item size in bytes
    item bytea NOT NULL,        -- canonical DynamoDB JSON in UTF-8, as it goes out on the wire
    -- Index slots: an item's place in index n is (gnp, gns, ph, sk); NULL means that it is not in the index.
    g1p uuid, g1s bytea,
    g2p uuid, g2s bytea,
    g3p uuid, g3s bytea,
    g4p uuid, g4s bytea,
    g5p uuid, g5s bytea,
    g6p uuid, g6s bytea,
    g7p uuid, g7s bytea,
    g8p uuid, g8s bytea,
    g9p uuid, g9s bytea,
    g10p uuid, g10s bytea,
    g11p uuid, g11s bytea,
    g12p uuid, g12s bytea,
    g13p uuid, g13s bytea,
    g14p uuid, g14s bytea,
    g15p uuid, g15s bytea,
    g16p uuid, g16s bytea,
    g17p uuid, g17s bytea,
    g18p uuid, g18s bytea,
    g19p uuid, g19s bytea,
    g20p uuid, g20s bytea,
    g21p uuid, g21s bytea,
    g22p uuid, g22s bytea,
    g23p uuid, g23s bytea,
    g24p uuid, g24s bytea,
    g25p uuid, g25s bytea,
    PRIMARY KEY (table_id, ph, sk)
) WITH (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);

-- lz4 costs a third less CPU than pglz on writes of larger items; servers built without it go on with pglz.
DO $$
BEGIN
    ALTER TABLE ddb_item ALTER COLUMN item SET COMPRESSION lz4;
EXCEPTION
    WHEN feature_not_supported THEN
        RAISE NOTICE 'lz4 is not available: items are compressed with pglz';
END
$$;

-- Indexes of further slots are created when a table first needs them: an empty one costs every write as much as a full one.
CREATE INDEX ddb_item_g1 ON ddb_item (table_id, g1p, g1s, ph, sk) WHERE g1p IS NOT NULL;
CREATE INDEX ddb_item_g2 ON ddb_item (table_id, g2p, g2s, ph, sk) WHERE g2p IS NOT NULL;
CREATE INDEX ddb_item_g3 ON ddb_item (table_id, g3p, g3s, ph, sk) WHERE g3p IS NOT NULL;
CREATE INDEX ddb_item_g4 ON ddb_item (table_id, g4p, g4s, ph, sk) WHERE g4p IS NOT NULL;
CREATE INDEX ddb_item_g5 ON ddb_item (table_id, g5p, g5s, ph, sk) WHERE g5p IS NOT NULL;
CREATE INDEX ddb_item_exp ON ddb_item (exp) WHERE exp IS NOT NULL;
