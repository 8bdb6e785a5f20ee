package org.extenddb.console.identity;

import java.io.Serializable;
import java.util.Map;
import org.extenddb.console.client.Iam;

/** An access key that was just made. Of one request: its secret is shown once and kept nowhere. */
public record NewKey(String id, String secret) implements Serializable {
    static NewKey of(Map<String, Object> result) {
        Map<String, Object> key = Iam.structure(result.get("AccessKey"));
        return new NewKey(String.valueOf(key.get("AccessKeyId")), String.valueOf(key.get("SecretAccessKey")));
    }

    public String getId() {
        return id;
    }

    public String getSecret() {
        return secret;
    }

    /** As a file of AWS's tools. */
    public String getFile() {
        return "[default]\naws_access_key_id = " + id + "\naws_secret_access_key = " + secret + "\n";
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "NewKey[" + id + "]";
    }
}
