package org.extenddb.cli.dev;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The variables that point AWS clients at this server, as lines for a shell. */
record AwsEnvFile(Map<String, String> variables) {
    private static final String REGION = "us-east-1";

    /** @param caBundle null where TLS is off */
    static AwsEnvFile of(URI endpoint, DevCredentials credentials, @Nullable Path caBundle) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", endpoint.toString());
        variables.put("AWS_ENDPOINT_URL_DYNAMODB_STREAMS", endpoint.toString());
        variables.put("AWS_ENDPOINT_URL_IAM", endpoint.toString());
        variables.put("AWS_ENDPOINT_URL_STS", endpoint.toString());
        variables.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
        variables.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
        variables.put("AWS_REGION", REGION);
        // boto3 and version 1 of the AWS CLI read this one only.
        variables.put("AWS_DEFAULT_REGION", REGION);
        if (caBundle != null) {
            variables.put("AWS_CA_BUNDLE", caBundle.toString());
        }
        return new AwsEnvFile(variables);
    }

    String lines() {
        String exports = variables.entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "=" + quoted(variable.getValue()) + "\n")
                .collect(Collectors.joining());
        // Left from another account, these would go with our key, or instead of it.
        String others = variables.containsKey("AWS_CA_BUNDLE")
                ? "unset AWS_SESSION_TOKEN AWS_PROFILE\n"
                : "unset AWS_SESSION_TOKEN AWS_PROFILE AWS_CA_BUNDLE\n";
        return exports + others;
    }

    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9_./:@%+-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
