package org.extenddb.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.extenddb.cli.remote.Passwords;
import org.extenddb.cli.remote.RemoteOptions;
import org.extenddb.cli.remote.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code extenddb login}. */
@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        description = "Signs in to a server, as an administrator or, with --account, as a user of an account.")
final class LoginCommand implements Callable<Integer> {
    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Mixin
    private Passwords passwords = new Passwords();

    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(
            names = "--new-password-file",
            paramLabel = "FILE",
            description = "Change the password to the one in the first line of this file.")
    private @Nullable Path newPassword;

    @Option(names = "--change-password", description = "Change the password: asks for the new one, too.")
    private boolean change;

    @Override
    public Integer call() throws Exception {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        if (remote.givenAccount() != null) {
            body.put("account", remote.givenAccount());
        }
        body.put("password", passwords.read("Password of " + name));
        if (newPassword != null) {
            body.put("newPassword", Files.readAllLines(newPassword).get(0));
        } else if (change) {
            body.put("newPassword", new Passwords().readNew("New password of " + name));
        }
        Map<String, Object> answer = remote.anonymous().post("sessions", body);
        remote.home().open();
        new Session(remote.endpoint(), remote.caBundle(), remote.givenAccount(), String.valueOf(answer.get("token")))
                .write(remote.home().session());
        remote.output().done("Signed in as " + name + " until " + answer.get("expiresAt") + ".");
        return CommandLine.ExitCode.OK;
    }
}
