-- The KMS key that a table's description names.
ALTER TABLE ddb_table ADD COLUMN kms_key_arn text;
