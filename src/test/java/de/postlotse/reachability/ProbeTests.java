package de.postlotse.reachability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.postlotse.dns.DomainName;
import de.postlotse.reachability.ConnectAttempt.Answered;
import de.postlotse.reachability.ConnectAttempt.Cause;
import de.postlotse.reachability.ConnectAttempt.NoGreeting;
import de.postlotse.reachability.ServerCertificate.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out about a mail server, however it behaves. */
@Timeout(120)
class ProbeTests {

    private static final DomainName HOST = DomainName.of("mail.example");

    @TempDir
    Path folder;

    @Test
    void aClosedPortIsRefused() throws IOException {
        InetSocketAddress nobody;
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = new InetSocketAddress(port.getInetAddress(), port.getLocalPort());
        }
        assertThat(probe().look(nobody, HOST)).isEqualTo(new ConnectAttempt.Refused());
    }

    /** Once as many wait as may, the system answers no further one. */
    @Test
    void aPortThatAnswersNothingTimesOut() throws IOException {
        Probe hasty = new Probe(Duration.ofMillis(300), Duration.ofMillis(300), certificates());
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            assertThat(hasty.look(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()), HOST))
                    .isEqualTo(new ConnectAttempt.TimedOut());
        }
    }

    @Test
    void aServerThatSaysNothingGreetsNobody() {
        assertThat(hastyLook(ScriptedMailServer.saying(""))).isEqualTo(new NoGreeting(Cause.SILENT));
    }

    @Test
    void aServerThatHangsUpGreetsNobody() {
        assertThat(look(ScriptedMailServer.doing(connection -> {}))).isEqualTo(new NoGreeting(Cause.CLOSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/1.1 400 Bad Request\r\n", "SSH-2.0-OpenSSH\r\n", "\r\n", "220ESMTP\r\n", "999 no\r\n"})
    void whatIsNoReplyIsNoMailServer(String text) {
        assertThat(look(ScriptedMailServer.saying(text))).isEqualTo(new NoGreeting(Cause.NOT_SMTP));
    }

    @Test
    void endlessLinesAndRepliesAreNotReadToTheirEnd() {
        assertThat(look(ScriptedMailServer.doing(connection -> {
                    while (true) {
                        ScriptedMailServer.write(connection, "2".repeat(1_000));
                    }
                })))
                .isEqualTo(new NoGreeting(Cause.NOT_SMTP));
        assertThat(look(ScriptedMailServer.doing(connection -> {
                    while (true) {
                        ScriptedMailServer.write(connection, "220-and so on\r\n");
                    }
                })))
                .isEqualTo(new NoGreeting(Cause.NOT_SMTP));
    }

    @Test
    void aServerThatTalksSlowlyIsLeftAtTheEndOfTheTime() {
        assertThat(hastyLook(ScriptedMailServer.doing(connection -> {
                    for (String next = "220 "; ; next = "x") {
                        ScriptedMailServer.write(connection, next);
                        connection.setSoTimeout(20);
                        try {
                            connection.getInputStream().read();
                            return;
                        } catch (SocketTimeoutException stillThere) {
                            continue;
                        }
                    }
                })))
                .isEqualTo(new NoGreeting(Cause.SILENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"554 No SMTP service here", "421 Too busy"})
    void aGreetingThatSaysNoIsShown(String greeting) {
        assertThat(look(ScriptedMailServer.saying(greeting + "\r\n")))
                .isEqualTo(new ConnectAttempt.GreetingRefused(greeting));
    }

    @Test
    void aGreetingIsHarmlessToPrint() {
        assertThat(look(ScriptedMailServer.saying("554 \u001b[31m\u202erot\u0000\r\n")))
                .isEqualTo(new ConnectAttempt.GreetingRefused("554 ?[31m?rot?"));
        assertThat(look(ScriptedMailServer.saying("554 " + "x".repeat(900) + "\r\n")))
                .isInstanceOfSatisfying(
                        ConnectAttempt.GreetingRefused.class,
                        refused -> assertThat(refused.greeting()).hasSize(201).endsWith("…"));
    }

    @Test
    void aServerWithoutEncryptionIsToldAndLeft() {
        try (ScriptedMailServer server = ScriptedMailServer.plain()) {
            assertThat(probe().look(server.address(), HOST))
                    .isEqualTo(new Answered("220 mail.example ESMTP", new ConnectAttempt.Encryption.NotOffered()));
            await().untilAsserted(() -> assertThat(server.heard()).containsExactly("EHLO [127.0.0.1]", "QUIT"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"454 not now\r\n", "220 go\r\nthis is no handshake, is it? ", "220 go\r\n"})
    void encryptionThatFailsIsTold(String answer) {
        ConnectAttempt attempt = hastyLook(ScriptedMailServer.doing(connection -> {
            ScriptedMailServer.write(connection, "220 mail.example\r\n250-mail.example\r\n250 STARTTLS\r\n" + answer);
            connection.getInputStream().readAllBytes();
        }));
        assertThat(attempt).isEqualTo(new Answered("220 mail.example", new ConnectAttempt.Encryption.Failed()));
    }

    @Test
    void aGoodCertificateIsShownAndNoMailIsEverNamed() throws Exception {
        KeyStore keys = new TestAuthority(folder).issue("mail.example");
        try (ScriptedMailServer server = ScriptedMailServer.encrypting(TestAuthority.serverSide(keys))) {
            Probe trusting = new Probe(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    new Certificates(TestAuthority.trusting(keys), Clock.systemUTC()));

            ServerCertificate certificate = certificate(trusting.look(server.address(), HOST));

            assertThat(certificate.subject()).isEqualTo("CN=mail.example");
            assertThat(certificate.names()).containsExactly("mail.example");
            assertThat(certificate.problems()).isEmpty();
            assertThat(certificate.validUntil()).isAfter(Clock.systemUTC().instant());
            await().untilAsserted(() ->
                    assertThat(server.heard()).containsExactly("EHLO [127.0.0.1]", "STARTTLS", "encrypted QUIT"));
        }
    }

    @Test
    void whatIsWrongWithACertificateIsTold() throws Exception {
        assertThat(problems("mail.example")).containsExactly(Problem.NOT_TRUSTED);
        assertThat(problems("other.example")).containsExactlyInAnyOrder(Problem.OTHER_NAME, Problem.NOT_TRUSTED);
        assertThat(problems("mail.example", "-startdate", "-30d", "-validity", "10"))
                .containsExactly(Problem.NOT_VALID_NOW);
        assertThat(problems("mail.example", "-startdate", "+30d")).containsExactly(Problem.NOT_VALID_NOW);
    }

    @Test
    void aStarStandsForOneLabel() {
        assertThat(Certificates.matches("*.example.net", DomainName.of("mx.example.net")))
                .isTrue();
        assertThat(Certificates.matches("MX.Example.net", DomainName.of("mx.example.net")))
                .isTrue();
        assertThat(Certificates.matches("*.example.net", DomainName.of("a.mx.example.net")))
                .isFalse();
        assertThat(Certificates.matches("*.example.net", DomainName.of("example.net")))
                .isFalse();
        assertThat(Certificates.matches("m*.example.net", DomainName.of("mx.example.net")))
                .isFalse();
    }

    private Iterable<Problem> problems(String name, String... validity)
            throws IOException, InterruptedException, GeneralSecurityException {
        KeyStore keys = new TestAuthority(folder).issue(name, validity);
        try (ScriptedMailServer server = ScriptedMailServer.encrypting(TestAuthority.serverSide(keys))) {
            return certificate(probe().look(server.address(), HOST)).problems();
        }
    }

    private static ServerCertificate certificate(ConnectAttempt attempt) {
        assertThat(attempt).isInstanceOf(Answered.class);
        ConnectAttempt.Encryption encryption = ((Answered) attempt).encryption();
        assertThat(encryption).isInstanceOf(ConnectAttempt.Encryption.Encrypted.class);
        return ((ConnectAttempt.Encryption.Encrypted) encryption).certificate();
    }

    private static ConnectAttempt look(ScriptedMailServer server) {
        return look(server, probe());
    }

    /** At a server that is left only when the time is up. */
    private static ConnectAttempt hastyLook(ScriptedMailServer server) {
        return look(server, new Probe(Duration.ofSeconds(5), Duration.ofSeconds(2), certificates()));
    }

    private static ConnectAttempt look(ScriptedMailServer server, Probe probe) {
        try (server) {
            return probe.look(server.address(), HOST);
        }
    }

    private static Probe probe() {
        return new Probe(Duration.ofSeconds(5), Duration.ofSeconds(10), certificates());
    }

    private static Certificates certificates() {
        return new Certificates(null, Clock.systemUTC());
    }
}
