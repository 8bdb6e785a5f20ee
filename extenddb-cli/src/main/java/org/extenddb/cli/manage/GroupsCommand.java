package org.extenddb.cli.manage;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code extenddb manage groups}. */
@Command(name = "groups", mixinStandardHelpOptions = true, description = "Groups of an account.")
final class GroupsCommand extends IdentityCommands {
    private static final String MEMBERS = "members";

    GroupsCommand() {
        super("groups");
    }

    @Command(description = "Makes a group.", mixinStandardHelpOptions = true)
    void create(@Parameters(paramLabel = "NAME") String name, @Option(names = "--path") @Nullable String path)
            throws IOException {
        remote().output().show(client().post(all(), body("name", name, "path", path)));
    }

    @Command(description = "Gives a group another name or path.", mixinStandardHelpOptions = true)
    void rename(
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "NEW-NAME") String newName,
            @Option(names = "--path") @Nullable String path)
            throws IOException {
        remote().output().show(client().change("PATCH", path(name), body("name", newName, "path", path)));
    }

    @Command(description = "Who is in a group.", mixinStandardHelpOptions = true)
    void members(@Parameters(paramLabel = "NAME") String name) throws IOException {
        remote().output().show(client().list(path(name, MEMBERS)));
    }

    @Command(name = "add-member", description = "Puts a user into a group.", mixinStandardHelpOptions = true)
    void addMember(@Parameters(paramLabel = "NAME") String name, @Parameters(paramLabel = "USER") String user)
            throws IOException {
        client().put(path(name, MEMBERS, user), body());
        remote().output().done("Added.");
    }

    @Command(name = "remove-member", description = "Takes a user out of a group.", mixinStandardHelpOptions = true)
    void removeMember(@Parameters(paramLabel = "NAME") String name, @Parameters(paramLabel = "USER") String user)
            throws IOException {
        client().delete(path(name, MEMBERS, user));
        remote().output().done("Removed.");
    }
}
