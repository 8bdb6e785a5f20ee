-- Counts of tables and indexes are kept by what writes change of them; counting itself is left for when that may have gone wrong.

-- What the last write of this row replaced, for that write to answer: its size, and from bit 32 on the index slots it was in.
ALTER TABLE ddb_item ADD COLUMN was bigint;

-- writes > counted: the table is to be counted anew. Servers of earlier versions ask for that with every few writes.
ALTER TABLE ddb_count_job
    ADD COLUMN flushes bigint NOT NULL DEFAULT 0,           -- how often servers have added what they had written
    ADD COLUMN flushed_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN seen_writes bigint NOT NULL DEFAULT 0,       -- writes and flushes as they were when the table was last counted:
    ADD COLUMN seen_flushes bigint NOT NULL DEFAULT 0,      -- still the same a while later, that count was exact
    ADD COLUMN counted_at timestamptz NOT NULL DEFAULT now();

-- Once, as nobody has told what changed until now.
INSERT INTO ddb_count_job AS j (storage_id, writes, counted, due_at) SELECT storage_id, 1, 0, now() FROM ddb_table
    ON CONFLICT (storage_id) DO UPDATE SET writes = j.writes + 1;
