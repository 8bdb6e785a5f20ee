-- The attributes of an item's key alone, for streams that show no more (KEYS_ONLY). Whatever PostgreSQL's JSON functions do not take, such as
-- escapes of U+0000, is answered whole: a write never fails for this.
CREATE FUNCTION ddb_key_attributes(item bytea, names text[]) RETURNS bytea
    LANGUAGE plpgsql IMMUTABLE STRICT AS
$$
DECLARE
    attributes json;
    found int;
    keys text;
BEGIN
    attributes := convert_from(item, 'UTF8')::json;
    SELECT count(attributes -> name), string_agg(to_json(name)::text || ':' || (attributes -> name)::text, ',')
        INTO found, keys FROM unnest(names) AS name;
    IF found < cardinality(names) THEN
        RETURN item;
    END IF;
    RETURN convert_to('{' || keys || '}', 'UTF8');
EXCEPTION
    WHEN data_exception THEN
        RETURN item;
END
$$;
