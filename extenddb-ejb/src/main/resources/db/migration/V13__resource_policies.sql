-- The policy that is attached to a table: read with the definition, so that deciding by it asks the database for nothing more.
ALTER TABLE ddb_table
    ADD COLUMN resource_policy text,
    ADD COLUMN resource_policy_revision text;
