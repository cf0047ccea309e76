package de.postlotse.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.reachability.ServerCertificate.Problem;
import de.postlotse.testing.EximDaemon;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is found out about a real mail server. */
@Timeout(120)
class ProbeWithEximTests {

    private static final DomainName HOST = DomainName.of("mail.exim.example");

    private final Probe probe =
            new Probe(Duration.ofSeconds(5), Duration.ofSeconds(20), new Certificates(null, Clock.systemUTC()));

    @Test
    void greetsEncryptsAndShowsTheCertificateThatItMadeItself() {
        try (EximDaemon exim = exim("*", "accept")) {
            ConnectAttempt attempt = probe.look(exim.address(), HOST);

            assertThat(attempt).isInstanceOfSatisfying(ConnectAttempt.Answered.class, answered -> {
                assertThat(answered.greeting()).startsWith("220 mail.exim.example ESMTP Exim");
                assertThat(answered.encryption())
                        .isInstanceOfSatisfying(
                                ConnectAttempt.Encryption.Encrypted.class,
                                encrypted -> assertThat(encrypted.certificate().problems())
                                        .contains(Problem.NOT_TRUSTED));
            });
            assertThat(exim.read("mainlog")).doesNotContain("<=").doesNotContain("rejected");
        }
    }

    @Test
    void tellsThatItDoesNotEncrypt() {
        try (EximDaemon exim = exim("", "accept")) {
            assertThat(probe.look(exim.address(), HOST))
                    .isInstanceOfSatisfying(
                            ConnectAttempt.Answered.class,
                            answered -> assertThat(answered.encryption())
                                    .isEqualTo(new ConnectAttempt.Encryption.NotOffered()));
        }
    }

    @Test
    void tellsThatItRefusesStrangers() {
        try (EximDaemon exim = exim("*", "deny message = We do not know you")) {
            assertThat(probe.look(exim.address(), HOST))
                    .isEqualTo(new ConnectAttempt.GreetingRefused("550 We do not know you"));
        }
    }

    /** Without a certificate of its own it makes one. */
    private static EximDaemon exim(String encryptsFor, String whoConnects) {
        return EximDaemon.start("""
                tls_advertise_hosts = %s
                acl_smtp_connect = connect
                begin acl
                connect:
                  %s
                """.formatted(encryptsFor, whoConnects));
    }
}
