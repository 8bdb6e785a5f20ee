package org.extenddb.cli.site;

import org.extenddb.cli.host.CommandFailure;

/**
 * What an installation is called in PostgreSQL.
 *
 * @param database also what {@code destroy} asks for
 * @param owner the role that owns the schema and changes it
 * @param user the role of the servers, which may change what is in the tables and nothing else
 */
public record SiteNames(String database, String owner, String user) {
    public SiteNames {
        for (String name : new String[] {database, owner, user}) {
            if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
                throw new CommandFailure(
                        "Names of databases and roles begin with a small letter or _, and have small letters, digits and _: "
                                + name);
            }
        }
        if (owner.equals(user)) {
            throw new CommandFailure("The owner of the schema and the role of the servers are two roles.");
        }
    }
}
