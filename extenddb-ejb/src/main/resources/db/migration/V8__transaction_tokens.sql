-- Client request tokens of transactions that took effect, so that one which is sent again is not written again.
CREATE TABLE ddb_transaction_token (
    account text NOT NULL,
    region text NOT NULL,
    token bytea NOT NULL,           -- UTF-8: clients may put any character into it
    fingerprint bytea NOT NULL,     -- SHA-256 of what was asked for
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (account, region, token)
);
CREATE INDEX ddb_transaction_token_expires_at ON ddb_transaction_token (expires_at);
