package org.extenddb.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What answers on which port. */
class EndpointsIT {
    private final ServerUnderTest server = ServerUnderTest.started();

    @Test
    void dataEndpoint_getWithoutSignature_answersHealthy() throws IOException {
        HttpResponse<String> response = server.get(server.dataEndpoint());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("healthy: dynamodb.us-east-1.amazonaws.com ");
    }

    @Test
    void dataEndpoint_administrationPaths_areNotThere() throws IOException {
        for (String path :
                new String[] {"/console/", "/metrics", "/health", "/admin/v1/whoami", "/admin/v1/openapi.json"}) {
            assertThat(server.get(server.dataEndpoint().resolve(path)).statusCode())
                    .as(path)
                    .isNotEqualTo(200);
        }
    }

    @Test
    void adminEndpoint_health_isUpWithTheDatabase() throws IOException {
        HttpResponse<String> response = server.get(server.adminEndpoint().resolve("/health/ready"));
        assertThat(response.body()).contains("\"status\":\"UP\"").contains("\"name\":\"database\"");
    }

    @Test
    void adminEndpoint_metrics_areText() throws IOException {
        HttpResponse<String> response = server.get(server.adminEndpoint().resolve("/metrics"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("# HELP");
    }
}
