package org.extenddb.cli.manage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.extenddb.cli.remote.AdminClient;
import org.extenddb.cli.remote.Json;
import org.extenddb.cli.remote.RemoteOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands about one kind of things. */
abstract class Group implements Runnable {
    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public final void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do: " + String.join(", ", spec.subcommands().keySet()));
    }

    final RemoteOptions remote() {
        return remote;
    }

    final AdminClient client() throws IOException {
        return remote.client();
    }

    /** What there is of these members. */
    static Map<String, Object> body(@Nullable Object... namesAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                body.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return body;
    }

    /** A policy document in a file. */
    static Map<String, Object> document(Path file) throws IOException {
        return Json.object(Files.readString(file), file.toString());
    }
}
