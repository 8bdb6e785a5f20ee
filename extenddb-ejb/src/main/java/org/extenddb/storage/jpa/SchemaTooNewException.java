package org.extenddb.storage.jpa;

/** The database belongs to a newer version of the server. */
public final class SchemaTooNewException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SchemaTooNewException(String found, String known) {
        super("The database's schema is at version " + found + ", and this server knows versions up to " + known
                + ". Start the server version that migrated it, or a newer one.");
    }
}
