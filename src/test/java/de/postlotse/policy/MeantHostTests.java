package de.postlotse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostAnswer.Addresses;
import de.postlotse.lookup.HostAnswer.Cause;
import de.postlotse.lookup.HostAnswer.NoSuchName;
import de.postlotse.lookup.HostAnswer.Unknown;
import de.postlotse.lookup.OwnerLookup.Answer.Usable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Meinten Sie …?": a name that is one slip away from a server that is known. */
class MeantHostTests {

    private static final DomainName ZONE = DomainName.of("kunde.de");

    private final Map<DomainName, HostAnswer> dns = new HashMap<>();
    private final MxPolicy policy = new MxPolicy(
            host -> CompletableFuture.completedFuture(dns.getOrDefault(host, new NoSuchName())),
            (zone, owner) -> CompletableFuture.completedFuture(new Usable(null)),
            name -> Optional.empty(),
            new PolicyProperties(false, 3_600),
            new SimpleMeterRegistry());
    private final MeantHost meant = new MeantHost(
            policy, List.of(() -> List.of("smtp.google.com", "*.mail.protection.outlook.com", "mx.zoho.eu")));

    @ParameterizedTest
    @CsvSource({
        "smtp.gogle.com, smtp.google.com",
        "smtp.gooogle.com, smtp.google.com",
        "smpt.google.com, smtp.google.com",
        "smtp.google.con, smtp.google.com",
        "SMTP.GOOGLE.CM, smtp.google.com",
        "kunde-de.mail.protecton.outlook.com, kunde-de.mail.protection.outlook.com",
        "mx1.hostr.net, mx1.hoster.net"
    })
    void suggestsTheKnownServerForOneThatDoesNotExist(String typed, String suggestion) {
        assertThat(check(typed).findings())
                .singleElement()
                .returns("target-does-not-exist", Finding::code)
                .returns(suggestion, Finding::suggestion);
    }

    @Test
    void suggestsAHostOfTheDomainThatExists() throws UnknownHostException {
        exists("mail.kunde.de");

        assertThat(check("mial.kunde.de").findings()).singleElement().returns("mail.kunde.de", Finding::suggestion);
        assertThat(check("mxx.kunde.de").findings()).singleElement().returns(null, Finding::suggestion);
    }

    @ParameterizedTest
    @CsvSource({"smtp.goggles.com", "mx.provider.com", "smtp.google.comm.net"})
    void suggestsNothingForWhatIsFurtherAway(String typed) {
        assertThat(check(typed).findings()).singleElement().returns(null, Finding::suggestion);
    }

    @Test
    void suggestsTheKnownServerWhereTheTypedOneCannotBeAsked() {
        dns.put(DomainName.of("smtp.gogle.com"), new Unknown(Cause.TIMEOUT));

        assertThat(check("smtp.gogle.com").findings()).singleElement().returns("smtp.google.com", Finding::suggestion);
    }

    @Test
    void warnsOfAServerThatExistsInAMistypedDomain() throws UnknownHostException {
        exists("smtp.gogle.com");

        assertThat(check("smtp.gogle.com"))
                .returns(Verdict.WARN, CheckedEntry::verdict)
                .satisfies(checked -> assertThat(checked.findings())
                        .singleElement()
                        .returns("target-resembles-known", Finding::code)
                        .returns("smtp.google.com", Finding::suggestion));
    }

    @Test
    void saysNothingOfSiblingsThatExist() throws UnknownHostException {
        exists("mx2.hoster.net");
        exists("mx1.hoster.net");

        assertThat(check("mx2.hoster.net").findings()).isEmpty();
        assertThat(check("mx1.hoster.net").findings()).isEmpty();
    }

    private CheckedEntry check(String target) {
        CheckedEntry checked = policy.check(ZONE, owner -> Optional.empty(), new TypedMx("@", target, "10", "3600"))
                .join();
        return meant.suggest(checked, ZONE, List.of(DomainName.of("mx1.hoster.net")));
    }

    private void exists(String host) throws UnknownHostException {
        dns.put(DomainName.of(host), new Addresses(List.of(InetAddress.getByName("192.175.48.1")), true));
    }
}
