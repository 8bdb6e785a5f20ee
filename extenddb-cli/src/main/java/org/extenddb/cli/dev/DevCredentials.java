package org.extenddb.cli.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.PrivateFiles;
import org.extenddb.cli.host.Secrets;

/** The account of a development server and the access key that has all rights in it. */
public record DevCredentials(String accountId, String accessKeyId, String secretAccessKey) {
    static final String DEFAULT_ACCOUNT_ID = "000000000000";

    /** Access key ids of AWS: four letters that tell the kind, then base 32. */
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    static DevCredentials generate() {
        return new DevCredentials(DEFAULT_ACCOUNT_ID, "AKIA" + Secrets.of(16, BASE_32), Secrets.alphanumeric(40));
    }

    /** The credentials in this file, in the form of AWS's own credentials file; made where there is none. */
    static DevCredentials in(Path file) throws IOException {
        if (!Files.exists(file)) {
            PrivateFiles.write(file, generate().toText());
        }
        return parse(Files.readAllLines(file), file);
    }

    String toText() {
        return """
                [default]
                aws_account_id = %s
                aws_access_key_id = %s
                aws_secret_access_key = %s
                """.formatted(accountId, accessKeyId, secretAccessKey);
    }

    static DevCredentials parse(List<String> lines, Path file) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split("=", 2);
            if (parts.length == 2) {
                values.put(parts[0].strip(), parts[1].strip());
            }
        }
        return new DevCredentials(
                required(values, "aws_account_id", file),
                required(values, "aws_access_key_id", file),
                required(values, "aws_secret_access_key", file));
    }

    private static String required(Map<String, String> values, String name, Path file) {
        String value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new CommandFailure(
                    "There is no " + name + " in " + file + "; write it there, or delete the file to get a new key.");
        }
        return value;
    }

    @Override
    public String toString() {
        return accessKeyId + " of account " + accountId;
    }
}
