package org.extenddb.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.extenddb.cli.remote.Json;
import org.extenddb.cli.remote.RemoteOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code extenddb verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Has a server check that the schema is current, access keys decrypt, the audit log is whole and index entries"
                        + " agree with their items; for administrators.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all is well", "9:something is not"})
final class VerifyCommand implements Callable<Integer> {
    private static final int FAULTS = 9;

    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Override
    public Integer call() throws Exception {
        List<Object> checks = Json.elements(remote.client().post("verify", null).get("items"));
        remote.output().show(checks);
        boolean well = checks.stream()
                .allMatch(check -> Boolean.TRUE.equals(Json.named(check).get("ok")));
        return well ? CommandLine.ExitCode.OK : FAULTS;
    }
}
