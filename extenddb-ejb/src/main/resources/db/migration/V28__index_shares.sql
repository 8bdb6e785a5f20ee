-- Which part of its items' sizes an index holds that projects a part of them: measured now and then, by a sample of the items.
ALTER TABLE ddb_statistics
    ADD COLUMN share double precision,                      -- null: not measured, or all
    ADD COLUMN share_at timestamptz,                        -- when somebody last began to measure
    ADD COLUMN share_bytes bigint NOT NULL DEFAULT 0,       -- size_bytes and the count job's flushes as they were then
    ADD COLUMN share_flushes bigint NOT NULL DEFAULT 0;
