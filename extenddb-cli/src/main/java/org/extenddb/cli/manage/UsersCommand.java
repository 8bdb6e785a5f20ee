package org.extenddb.cli.manage;

import java.io.IOException;
import java.util.Map;
import org.extenddb.cli.remote.Passwords;
import org.extenddb.cli.remote.RemoteFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code extenddb manage users}. */
@Command(name = "users", mixinStandardHelpOptions = true, description = "Users of an account.")
final class UsersCommand extends PrincipalCommands {
    UsersCommand() {
        super("users");
    }

    @Command(description = "Makes a user.", mixinStandardHelpOptions = true)
    void create(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--path") @Nullable String path,
            @Option(names = "--tag", paramLabel = "KEY=VALUE") @Nullable Map<String, String> tags,
            @Option(names = "--boundary", paramLabel = "POLICY-ARN") @Nullable String boundary)
            throws IOException {
        remote().output()
                .show(client().post(
                                all(),
                                body("name", name, "path", path, "tags", tags, "permissionsBoundary", boundary)));
    }

    @Command(description = "Gives a user another name or path.", mixinStandardHelpOptions = true)
    void rename(
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "NEW-NAME") String newName,
            @Option(names = "--path") @Nullable String path)
            throws IOException {
        remote().output().show(client().change("PATCH", path(name), body("name", newName, "path", path)));
    }

    @Command(description = "The groups that a user is in.", mixinStandardHelpOptions = true)
    void groups(@Parameters(paramLabel = "NAME") String name) throws IOException {
        remote().output().show(client().list(path(name, "groups")));
    }

    @Command(description = "Sets the password by which a user signs in.", mixinStandardHelpOptions = true)
    void password(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--must-change", description = "It has to be changed at the next sign-in.")
                    boolean mustChange,
            @Mixin Passwords passwords)
            throws IOException {
        Map<String, Object> body = body("password", passwords.readNew("Password of " + name), "mustChange", mustChange);
        try {
            client().put(path(name, "login-profile"), body);
        } catch (RemoteFailure e) {
            if (e.status() != 404) {
                throw e;
            }
            client().post(path(name, "login-profile"), body);
        }
        remote().output().done("Set.");
    }

    @Command(name = "no-password", description = "Lets a user sign in no longer.", mixinStandardHelpOptions = true)
    void noPassword(@Parameters(paramLabel = "NAME") String name) throws IOException {
        client().delete(path(name, "login-profile"));
        remote().output().done("Taken away.");
    }
}
