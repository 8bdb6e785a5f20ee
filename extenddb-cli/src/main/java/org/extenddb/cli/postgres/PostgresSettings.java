package org.extenddb.cli.postgres;

/** The settings of the embedded server, written anew at each start. */
final class PostgresSettings {
    private PostgresSettings() {}

    /** Every commit is on disk before it is acknowledged, as in production; only this machine can connect. */
    static String on(int port) {
        return """
                # Written at each start of ./extenddb dev. Settings of your own belong into postgresql.conf.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                port = %d
                password_encryption = 'scram-sha-256'
                max_connections = 100
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                shared_buffers = '256MB'
                wal_compression = 'pglz'
                min_wal_size = '128MB'
                max_wal_size = '2GB'
                checkpoint_timeout = '15min'
                jit = off
                log_line_prefix = '%%m [%%p] '
                log_checkpoints = off
                """.formatted(port);
    }
}
