-- Streams: what has become of items, for 24 hours.
ALTER TABLE ddb_table
    ADD COLUMN stream_id int,                   -- the latest stream
    ADD COLUMN stream_view_type text,
    ADD COLUMN stream_created_at timestamptz,
    ADD COLUMN recorded_in int,                 -- the stream that every change is recorded in: the latest one while it is enabled
    ADD COLUMN recorded_buckets int,            -- how many buckets its partitions are spread over
    ADD COLUMN ttl_attribute text,              -- the attribute that tells when an item expires
    ADD COLUMN ttl_enabled boolean NOT NULL DEFAULT false,
    ADD COLUMN ttl_changed_at timestamptz;

CREATE SEQUENCE ddb_stream_id AS int;

-- Sequence numbers of records. Readers rest on their order: never give it a CACHE greater than 1.
CREATE SEQUENCE ddb_stream_sequence CACHE 1;

-- Streams, those that are disabled and those of deleted tables too as long as there may be records.
CREATE TABLE ddb_stream (
    stream_id int PRIMARY KEY,
    account text NOT NULL,
    region text NOT NULL,
    table_name text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    view_type text NOT NULL,
    hash_key text[] NOT NULL,
    range_key text[] NOT NULL,
    buckets int NOT NULL,
    disabled_at timestamptz,
    settled boolean NOT NULL,                   -- whether there are shards for as long as it is enabled, and no open ones afterwards
    CONSTRAINT ddb_stream_address UNIQUE (account, region, table_name, created_at)
);
CREATE INDEX ddb_stream_unsettled ON ddb_stream (stream_id) WHERE NOT settled;

-- A shard is the records of a bucket after one sequence number and up to another; open shards have no such end yet.
CREATE TABLE ddb_stream_shard (
    stream_id int NOT NULL,
    shard int NOT NULL,                         -- counts the stream's shards
    bucket int NOT NULL,
    parent int,
    created_at timestamptz NOT NULL,
    after_sequence bigint NOT NULL,
    last_sequence bigint,
    closed_at timestamptz,
    closing boolean NOT NULL DEFAULT false,     -- about to get a last_sequence: readers wait for it
    PRIMARY KEY (stream_id, shard)
);
CREATE INDEX ddb_stream_shard_open ON ddb_stream_shard (created_at) WHERE last_sequence IS NULL;
CREATE INDEX ddb_stream_shard_last ON ddb_stream_shard (last_sequence) WHERE last_sequence IS NOT NULL;

-- A ring of partitions, one an hour: what is older than a day is truncated long before its partition is written to again.
CREATE TABLE ddb_stream_record (
    ring int NOT NULL,
    stream_id int NOT NULL,
    bucket int NOT NULL,
    sequence bigint NOT NULL,
    written_at timestamptz NOT NULL,
    event text NOT NULL,
    by_service boolean NOT NULL,
    old_size int,
    old_item bytea,
    new_size int,
    new_item bytea
) PARTITION BY LIST (ring);

DO $$
BEGIN
    ALTER TABLE ddb_stream_record ALTER COLUMN old_item SET COMPRESSION lz4, ALTER COLUMN new_item SET COMPRESSION lz4;
EXCEPTION
    WHEN feature_not_supported THEN
        RAISE NOTICE 'lz4 is not available: records are compressed with pglz';
END
$$;

CREATE INDEX ddb_stream_record_place ON ddb_stream_record (stream_id, bucket, sequence);

DO $$
BEGIN
    FOR n IN 0 .. 27 LOOP
        EXECUTE format('CREATE TABLE %I PARTITION OF ddb_stream_record FOR VALUES IN (%s)', 'ddb_stream_record_' || n, n);
    END LOOP;
END
$$;

-- The last sequence number as it was at some time, every now and then; what tells the age of records.
CREATE TABLE ddb_stream_mark (
    taken_at timestamptz PRIMARY KEY,
    sequence bigint NOT NULL
);

-- Records up to here are gone, or about to go: none is answered.
CREATE TABLE ddb_stream_horizon (
    id int PRIMARY KEY CHECK (id = 1),
    sequence bigint NOT NULL,
    taken_at timestamptz NOT NULL
);
INSERT INTO ddb_stream_horizon VALUES (1, 0, '1970-01-01 00:00:00+00');
