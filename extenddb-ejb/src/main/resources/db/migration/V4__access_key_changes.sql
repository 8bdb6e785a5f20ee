-- Whoever changes or removes an access key, every server hears of it as of a change of the catalogue, and forgets what it knows.
CREATE FUNCTION ddb_announce_access_key() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    announced bigint;
BEGIN
    UPDATE ddb_catalog_version SET version = version + 1 WHERE id = 1 RETURNING version INTO announced;
    PERFORM pg_notify('ddb_catalog', announced || '|' || OLD.access_key_id);
    RETURN NULL;
END
$$;

CREATE TRIGGER ddb_access_key_changed AFTER UPDATE OR DELETE ON ddb_access_key
    FOR EACH ROW EXECUTE FUNCTION ddb_announce_access_key();
