package org.extenddb.cli.manage;

import java.io.IOException;
import org.extenddb.cli.remote.AdminClient;
import org.extenddb.cli.remote.Passwords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code extenddb manage administrators}. */
@Command(
        name = "administrators",
        mixinStandardHelpOptions = true,
        description = "Who administers the installation; for administrators.")
final class AdministratorsCommand extends Group {
    @Command(description = "All administrators.", mixinStandardHelpOptions = true)
    void list() throws IOException {
        remote().output().show(client().list("administrators"));
    }

    @Command(description = "One administrator.", mixinStandardHelpOptions = true)
    void get(@Parameters(paramLabel = "NAME") String name) throws IOException {
        remote().output().show(client().get(path(name)));
    }

    @Command(description = "Makes an administrator.", mixinStandardHelpOptions = true)
    void create(@Parameters(paramLabel = "NAME") String name, @Mixin Passwords passwords) throws IOException {
        String password = passwords.readNew("Password of " + name);
        remote().output().show(client().post("administrators", body("name", name, "password", password)));
    }

    @Command(description = "Sets another's password.", mixinStandardHelpOptions = true)
    void password(@Parameters(paramLabel = "NAME") String name, @Mixin Passwords passwords) throws IOException {
        String password = passwords.readNew("New password of " + name);
        remote().output().show(client().change("PATCH", path(name), body("password", password)));
    }

    @Command(description = "Lets one sign in no longer; tokens end.", mixinStandardHelpOptions = true)
    void deactivate(@Parameters(paramLabel = "NAME") String name) throws IOException {
        remote().output().show(client().change("PATCH", path(name), body("active", false)));
    }

    @Command(description = "Lets one sign in again.", mixinStandardHelpOptions = true)
    void activate(@Parameters(paramLabel = "NAME") String name) throws IOException {
        remote().output().show(client().change("PATCH", path(name), body("active", true)));
    }

    @Command(description = "Lets one try again who is locked.", mixinStandardHelpOptions = true)
    void unlock(@Parameters(paramLabel = "NAME") String name) throws IOException {
        client().post(path(name) + "/unlock", null);
        remote().output().done("Unlocked.");
    }

    @Command(description = "Takes one away.", mixinStandardHelpOptions = true)
    void delete(@Parameters(paramLabel = "NAME") String name) throws IOException {
        client().delete(path(name));
        remote().output().done("Deleted.");
    }

    private static String path(String name) {
        return AdminClient.path("administrators", name);
    }
}
