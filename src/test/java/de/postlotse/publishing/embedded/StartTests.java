package de.postlotse.publishing.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationContextException;

class StartTests {

    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    Path folder;

    @Test
    void namesThePropertyWhereThePortIsInUseForTcp() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, ANY.getAddress())) {
            assertCannotStartAt(other.getLocalPort());
        }
    }

    @Test
    void namesThePropertyWhereThePortIsInUseForUdp() throws IOException {
        try (DatagramSocket other = new DatagramSocket(ANY)) {
            assertCannotStartAt(other.getLocalPort());
        }
    }

    @Test
    void leavesTheDataAloneWhereThePortIsInUse() throws IOException {
        RunningServer.zone(folder, "kunde.de");
        try (ServerSocket other = new ServerSocket(0, 1, ANY.getAddress())) {
            assertCannotStartAt(other.getLocalPort());
        }

        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void freesThePortWhereTheZonesCannotBeLoaded() throws IOException {
        RunningServer.zone(folder, "kunde.de");
        int port;
        try (RunningServer server = RunningServer.in(folder)) {
            port = server.address().getPort();
        }
        Files.copy(RunningServer.dataFile(folder, "kunde.de"), RunningServer.dataFile(folder, "KUNDE.de"));
        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> RunningServer.server(folder, null, port, TcpListener.Limits.DEFAULT)
                        .start());

        new DatagramSocket(new InetSocketAddress(ANY.getAddress(), port)).close();
        new ServerSocket(port, 1, ANY.getAddress()).close();
    }

    @Test
    void explainsTheFailureInsteadOfShowingAStackTrace() {
        Exception failure = new ApplicationContextException(
                "Failed to start bean", new CannotStartException("Port 5300 is in use.", "Set another port."));

        FailureAnalysis analysis = new CannotStartException.Analyzer().analyze(failure);

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("Port 5300 is in use.");
        assertThat(analysis.getAction()).isEqualTo("Set another port.");
    }

    private void assertCannotStartAt(int port) {
        EmbeddedNameServer server = RunningServer.server(folder, null, port, TcpListener.Limits.DEFAULT);

        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(server::start)
                .withMessageContaining("port " + port)
                .extracting(CannotStartException::action)
                .asString()
                .contains("postlotse.embedded-name-server.port");
        assertThat(server.isRunning()).isFalse();
    }
}
