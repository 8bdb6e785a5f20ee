package org.extenddb.it.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CuttingProxyTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void connection_notCut_passesBothWaysToItsEnd() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
                CuttingProxy proxy = CuttingProxy.to(server.getLocalPort());
                Socket client = new Socket(LOOPBACK, proxy.port());
                Socket served = server.accept()) {
            client.getOutputStream().write(new byte[] {1, 2});
            client.shutdownOutput();
            assertThat(served.getInputStream().readAllBytes()).containsExactly(1, 2);
            served.getOutputStream().write(3);
            served.shutdownOutput();
            assertThat(client.getInputStream().readAllBytes()).containsExactly(3);
        }
    }

    @Test
    void tunnel_connect_isAnsweredAndNotPassedOn() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
                CuttingProxy proxy = CuttingProxy.tunnelTo(server.getLocalPort());
                Socket client = new Socket(LOOPBACK, proxy.port());
                Socket served = server.accept()) {
            client.getOutputStream()
                    .write("CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n!".getBytes(StandardCharsets.US_ASCII));
            assertThat(served.getInputStream().read()).isEqualTo('!');
            assertThat(new String(client.getInputStream().readNBytes(26), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200 Connected\r\n\r\n");
        }
    }

    @Test
    void cutHalf_openConnection_breaksAtBothEnds() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
                CuttingProxy proxy = CuttingProxy.to(server.getLocalPort());
                Socket client = new Socket(LOOPBACK, proxy.port());
                Socket served = server.accept()) {
            client.getOutputStream().write(1);
            assertThat(served.getInputStream().read()).isEqualTo(1);
            Random random = new Random(1);
            int cut = 0;
            for (int tries = 0; tries < 50; tries++) {
                cut += proxy.cutHalf(random);
            }
            assertThat(cut).isEqualTo(1);
            assertThatThrownBy(() -> client.getInputStream().read()).hasMessageContaining("reset");
            assertThatThrownBy(() -> served.getInputStream().read()).hasMessageContaining("reset");
        }
    }
}
