package org.extenddb.cli.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class AwsEnvFileTest {
    private final DevCredentials credentials = DevCredentials.generate();

    @Test
    void lines_withTls_nameTheBundle() {
        String lines = AwsEnvFile.of(URI.create("https://localhost:8000"), credentials, Path.of("/a b/ca.pem"))
                .lines();

        assertThat(lines)
                .contains("export AWS_ENDPOINT_URL_DYNAMODB=https://localhost:8000\n")
                .contains("export AWS_ENDPOINT_URL_DYNAMODB_STREAMS=https://localhost:8000\n")
                .contains("export AWS_ENDPOINT_URL_IAM=https://localhost:8000\n")
                .contains("export AWS_ENDPOINT_URL_STS=https://localhost:8000\n")
                .contains("export AWS_ACCESS_KEY_ID=" + credentials.accessKeyId() + "\n")
                .contains("export AWS_SECRET_ACCESS_KEY=" + credentials.secretAccessKey() + "\n")
                .contains("export AWS_CA_BUNDLE='/a b/ca.pem'\n");
    }

    @Test
    void lines_plainHttp_nameNoBundle() {
        String lines = AwsEnvFile.of(URI.create("http://localhost:8000"), credentials, null)
                .lines();

        assertThat(lines).doesNotContain("export AWS_CA_BUNDLE").contains("unset AWS_SESSION_TOKEN");
    }

    @Test
    void generate_hasTheFormOfAwsKeysAndSurvivesItsFile() {
        assertThat(credentials.accessKeyId()).matches("AKIA[A-Z2-7]{16}");
        assertThat(credentials.secretAccessKey()).matches("[A-Za-z0-9]{40}");
        assertThat(DevCredentials.parse(credentials.toText().lines().toList(), Path.of("credentials")))
                .isEqualTo(credentials);
    }
}
