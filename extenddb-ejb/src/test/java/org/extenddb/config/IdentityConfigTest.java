package org.extenddb.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

class IdentityConfigTest {
    @Test
    void constructor_namesAndDefaults_arePinned() {
        Constructor<?> constructor = IdentityConfig.class.getConstructors()[0];

        assertThat(Arrays.stream(constructor.getParameters())
                        .map(parameter -> parameter.getAnnotation(ConfigProperty.class))
                        .map(property -> property.name() + "="
                                + property.defaultValue().replace(ConfigProperty.UNCONFIGURED_VALUE, "")))
                .containsExactly(
                        "extenddb.bootstrap.accountId=000000000000",
                        "extenddb.bootstrap.accessKeyId=",
                        "extenddb.bootstrap.secretAccessKey=",
                        "extenddb.encryption.key=",
                        "extenddb.encryption.previousKeys=",
                        "extenddb.auth.cacheSeconds=30");
    }

    @Test
    void encryptionKey_setToNothing_isAbsent() {
        IdentityConfig config = new IdentityConfig(
                "000000000000", Optional.of(""), Optional.of(" "), Optional.of(""), Optional.of("a, b"), 5);

        assertThat(config.encryptionKey()).isEmpty();
        assertThat(config.previousEncryptionKeys()).containsExactly("a", "b");
        assertThat(config.bootstrapAccessKeyId()).isEmpty();
        assertThat(config.bootstrapSecretAccessKey()).isEmpty();
        assertThat(config.cacheLife()).isEqualTo(Duration.ofSeconds(5));
    }
}
