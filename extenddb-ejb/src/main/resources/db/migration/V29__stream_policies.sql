-- The policies of a table's streams, read with its definition as its own is: three lists of one order.
ALTER TABLE ddb_table
    ADD COLUMN stream_policy_labels text[] NOT NULL DEFAULT '{}',
    ADD COLUMN stream_policies text[] NOT NULL DEFAULT '{}',
    ADD COLUMN stream_policy_revisions text[] NOT NULL DEFAULT '{}';
