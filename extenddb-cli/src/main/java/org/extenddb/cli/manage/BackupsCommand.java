package org.extenddb.cli.manage;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code extenddb manage backups}. */
@Command(name = "backups", mixinStandardHelpOptions = true, description = "Backups that another installation has made.")
final class BackupsCommand extends Group {
    @Command(
            description = "Makes one known: it can be described, restored and deleted from then on.",
            mixinStandardHelpOptions = true)
    void register(
            @Parameters(paramLabel = "BUCKET") String bucket,
            @Parameters(paramLabel = "PREFIX", description = "Of its objects, before manifest.json.") String prefix,
            @Option(names = "--region", defaultValue = "${env:AWS_REGION:-us-east-1}") String region)
            throws IOException {
        remote().output()
                .show(client().post(
                                remote().inAccount("regions", region, "backups"),
                                body("bucket", bucket, "prefix", prefix)));
    }
}
