-- Tables and their indexes.
CREATE SEQUENCE ddb_table_storage_id AS int;

CREATE TABLE ddb_table (
    storage_id int PRIMARY KEY,
    table_id uuid NOT NULL UNIQUE,
    account text NOT NULL,
    region text NOT NULL,
    name text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    status text NOT NULL,
    created_at timestamptz NOT NULL,
    hash_key text[] NOT NULL,
    range_key text[] NOT NULL,
    attribute_names text[] NOT NULL,
    attribute_types text[] NOT NULL,
    billing_mode text NOT NULL,
    read_capacity bigint NOT NULL,
    write_capacity bigint NOT NULL,
    pay_per_request_since timestamptz,
    last_increase timestamptz,
    last_decrease timestamptz,
    decreases_today int NOT NULL,
    deletion_protection boolean NOT NULL,
    table_class text,
    CONSTRAINT ddb_table_address UNIQUE (account, region, name)
);

CREATE TABLE ddb_index (
    storage_id int NOT NULL REFERENCES ddb_table ON DELETE CASCADE,
    slot int NOT NULL CHECK (slot BETWEEN 1 AND 25),
    position int NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    hash_key text[] NOT NULL,
    range_key text[] NOT NULL,
    projection_type text NOT NULL,
    non_key_attributes text[] NOT NULL,
    read_capacity bigint,
    write_capacity bigint,
    status text NOT NULL,
    PRIMARY KEY (storage_id, slot)
);

-- Raised by every change of the catalogue in its own transaction, which puts those changes in one order.
CREATE TABLE ddb_catalog_version (
    id int PRIMARY KEY CHECK (id = 1),
    version bigint NOT NULL
);
INSERT INTO ddb_catalog_version VALUES (1, 0);

-- Items of deleted tables that are still to be removed.
CREATE TABLE ddb_clearing_job (
    storage_id int PRIMARY KEY,
    passes_left int NOT NULL,
    due_at timestamptz NOT NULL
);

-- How much each table (slot 0) and index holds, as of the last count.
CREATE TABLE ddb_statistics (
    storage_id int NOT NULL,
    slot int NOT NULL,
    item_count bigint NOT NULL,
    size_bytes bigint NOT NULL,
    PRIMARY KEY (storage_id, slot)
);

-- Tables whose items are counted again: some server has written to them since (writes > counted).
CREATE TABLE ddb_count_job (
    storage_id int PRIMARY KEY,
    writes bigint NOT NULL,
    counted bigint NOT NULL,
    due_at timestamptz NOT NULL
);

-- Background work that one server at a time does.
CREATE TABLE ddb_lease (
    name text PRIMARY KEY,
    holder text NOT NULL,
    expires_at timestamptz NOT NULL
);
