-- What more can be set on a table and on a global index: bounds on demand, warm throughput (NULL: as much as is provisioned),
-- the history of an index's throughput, of the table's class, tags, and when the last visible change began.
ALTER TABLE ddb_table
    ADD COLUMN max_read_request_units bigint,
    ADD COLUMN max_write_request_units bigint,
    ADD COLUMN warm_read_units bigint,
    ADD COLUMN warm_write_units bigint,
    ADD COLUMN table_class_changes bigint[] NOT NULL DEFAULT '{}',  -- epoch milliseconds
    ADD COLUMN tag_keys text[] NOT NULL DEFAULT '{}',
    ADD COLUMN tag_values text[] NOT NULL DEFAULT '{}',
    ADD COLUMN changed_at timestamptz;

ALTER TABLE ddb_index
    ADD COLUMN last_increase timestamptz,
    ADD COLUMN last_decrease timestamptz,
    ADD COLUMN decreases_today int NOT NULL DEFAULT 0,
    ADD COLUMN max_read_request_units bigint,
    ADD COLUMN max_write_request_units bigint,
    ADD COLUMN warm_read_units bigint,
    ADD COLUMN warm_write_units bigint;
