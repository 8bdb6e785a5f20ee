package org.extenddb.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.extenddb.core.wire.WireRequest;
import org.junit.jupiter.api.Test;

class WireRequestsTest {
    private static final Map<String, List<String>> HEADERS =
            Map.of("X-Amz-Target", List.of("DynamoDB_20120810.GetItem"), "My-Header", List.of("b", "a"));

    @Test
    void of_servletRequest_keepsWhatTheSignatureCovers() {
        WireRequest request = WireRequests.of(servletRequest("a=%20&b"), new byte[] {7});

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.rawPath()).isEqualTo("/%2e/");
        assertThat(request.rawQuery()).isEqualTo("a=%20&b");
        assertThat(request.headers())
                .isEqualTo(
                        Map.of("x-amz-target", List.of("DynamoDB_20120810.GetItem"), "my-header", List.of("b", "a")));
        assertThat(request.body()).containsExactly(7);
    }

    @Test
    void of_noQuery_isEmpty() {
        assertThat(WireRequests.of(servletRequest(null), new byte[0]).rawQuery())
                .isEmpty();
    }

    private static HttpServletRequest servletRequest(String query) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                WireRequestsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getMethod" -> "POST";
                    case "getRequestURI" -> "/%2e/";
                    case "getQueryString" -> query;
                    case "getHeaderNames" -> Collections.enumeration(HEADERS.keySet());
                    case "getHeaders" -> Collections.enumeration(HEADERS.get((String) args[0]));
                    case "getRemoteAddr" -> "127.0.0.1";
                    case "isSecure" -> true;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
