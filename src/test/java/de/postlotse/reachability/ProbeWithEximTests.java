package de.postlotse.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.reachability.ServerCertificate.Problem;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is found out about a real mail server. */
@Timeout(60)
class ProbeWithEximTests {

    private static final DomainName HOST = DomainName.of("mail.exim.example");

    private final Probe probe =
            new Probe(Duration.ofSeconds(5), Duration.ofSeconds(20), new Certificates(null, Clock.systemUTC()));

    @Test
    void greetsEncryptsAndShowsTheCertificateThatItMadeItself() throws IOException {
        try (EximDaemon exim = EximDaemon.encrypting()) {
            Attempt attempt = probe.look(exim.address(), HOST);

            assertThat(attempt).isInstanceOfSatisfying(Attempt.Answered.class, answered -> {
                assertThat(answered.greeting()).startsWith("220 mail.exim.example ESMTP Exim");
                assertThat(answered.encryption())
                        .isInstanceOfSatisfying(
                                Encryption.Encrypted.class,
                                encrypted -> assertThat(encrypted.certificate().problems())
                                        .contains(Problem.NOT_TRUSTED));
            });
            assertThat(exim.log()).doesNotContain("<=").doesNotContain("rejected");
        }
    }

    @Test
    void tellsThatItDoesNotEncrypt() throws IOException {
        try (EximDaemon exim = EximDaemon.withoutEncryption()) {
            assertThat(probe.look(exim.address(), HOST))
                    .isInstanceOfSatisfying(
                            Attempt.Answered.class,
                            answered -> assertThat(answered.encryption()).isEqualTo(new Encryption.NotOffered()));
        }
    }

    @Test
    void tellsThatItRefusesStrangers() throws IOException {
        try (EximDaemon exim = EximDaemon.refusing()) {
            assertThat(probe.look(exim.address(), HOST))
                    .isEqualTo(new Attempt.GreetingRefused("550 We do not know you"));
        }
    }
}
