package org.extenddb.iam.sts;

import org.extenddb.auth.TemporaryCredentialIssuer.TemporaryCredentials;
import org.extenddb.core.queryprotocol.ResultOutput;

/** Temporary credentials as STS writes them. */
final class CredentialsResult {
    private CredentialsResult() {}

    static void write(TemporaryCredentials credentials, ResultOutput out) {
        out.begin("Credentials");
        out.text("AccessKeyId", credentials.claims().accessKeyId());
        out.text("SecretAccessKey", credentials.claims().secret());
        out.text("SessionToken", credentials.sessionToken());
        out.time("Expiration", credentials.claims().expiresAt());
        out.end();
    }
}
