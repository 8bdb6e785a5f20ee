package org.extenddb.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.extenddb.auth.SecretCipher;

/** Ready means that signatures can be verified, for which stored secrets have to be readable. */
@Readiness
@ApplicationScoped
public class EncryptionKeyReadiness implements HealthCheck {
    private final SecretCipher cipher;

    @Inject
    public EncryptionKeyReadiness(SecretCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("encryption-key");
        if (cipher.problem().isEmpty()) {
            return response.up().build();
        }
        return response.down().withData("problem", cipher.problem()).build();
    }
}
