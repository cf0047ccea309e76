package de.postlotse.publishing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.MxSets;
import de.postlotse.lookup.DnsProperties;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.resolver.ScriptedDns;
import de.postlotse.publishing.PublishingProperties;
import de.postlotse.publishing.proof.NameServerStatuses.Status.State;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.ServedZone;
import de.postlotse.zone.Snapshots;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

/** Every name server that a zone names is asked over DNS; the tests play them. */
class PropagationCheckTests {

    private static final DomainName KUNDE = DomainName.of("kunde.de");
    private static final MxSet WANTED = MxSets.mx(KUNDE, 300, "10 mx1.hoster.net");
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Clock CLOCK = Clock.fixed(Snapshots.LIVE_SINCE.plus(Duration.ofHours(1)), ZoneOffset.UTC);

    private final ScriptedDns primary = ScriptedDns.authority("kunde.de");
    private final ScriptedDns secondary = ScriptedDns.authority("kunde.de");
    private boolean standsForAll;

    @BeforeEach
    void nameThem() {
        for (ScriptedDns server : List.of(primary, secondary)) {
            server.with("kunde.de 300 NS ns1.hoster.net", "kunde.de 300 NS ns2.hoster.net", mx("mx1.hoster.net"));
            serial(server, 2);
        }
    }

    @AfterEach
    void close() {
        primary.close();
        secondary.close();
    }

    @Test
    void allOfThemAnswerWithWhatIsWanted() {
        assertThat(look())
                .extracting(
                        NameServerStatuses.Status::server,
                        NameServerStatuses.Status::state,
                        NameServerStatuses.Status::serial)
                .containsExactly(
                        tuple("ns1.hoster.net", State.CURRENT, 2L), tuple("ns2.hoster.net", State.CURRENT, 2L));
    }

    @Test
    void olderSerialIsOldUntilItsNextRefresh() {
        secondary.without("kunde.de").with(mx("alt.hoster.net"));
        serial(secondary, 1);

        NameServerStatuses.Status seen = look().getLast();

        assertThat(seen.state()).isEqualTo(State.OLD);
        assertThat(seen.serial()).isEqualTo(1);
        assertThat(seen.oldUntil()).isEqualTo(Snapshots.LIVE_SINCE.plus(Duration.ofHours(2)));
    }

    @Test
    void sameSerialWithOtherRecordsIsDifferent() {
        secondary.without("kunde.de").with(mx("alt.hoster.net"));

        assertThat(look().getLast().state()).isEqualTo(State.DIFFERENT);
    }

    @Test
    void otherTimeToLiveIsDifferent() {
        secondary.without("kunde.de").with("kunde.de 600 MX 10 mx1.hoster.net");

        assertThat(look().getLast().state()).isEqualTo(State.DIFFERENT);
    }

    @Test
    void olderSerialWithTheWantedRecordsIsUpToDate() {
        serial(secondary, 1);

        assertThat(look().getLast().state()).isEqualTo(State.CURRENT);
    }

    @Test
    void silentServerDoesNotHoldTheOthers() {
        secondary.always().silent();

        assertThat(propagation(both()).look(Snapshots.live(KUNDE, WANTED), home(), Duration.ofSeconds(2)))
                .extracting(NameServerStatuses.Status::state)
                .containsExactly(State.CURRENT, State.SILENT);
    }

    @Test
    void serverThatRefusesDoesNotServeTheZone() {
        secondary.always().refused().when("kunde.de", Type.SOA).refused();

        assertThat(look().getLast().state()).isEqualTo(State.NOT_SERVING);
    }

    @Test
    void serverWithoutPublicAddressIsNotAsked() {
        primary.with("kunde.de 300 NS ns3.intern.example");

        assertThat(look())
                .contains(new NameServerStatuses.Status("ns3.intern.example", null, State.NOT_ASKED, null, null));
    }

    @Test
    void homeThatTheZoneDoesNotNameComesFirst() {
        List<NameServerStatuses.Status> seen = look(Map.of("ns2.hoster.net", secondary.property()));

        assertThat(seen)
                .extracting(NameServerStatuses.Status::server, NameServerStatuses.Status::state)
                .containsExactly(
                        tuple("home", State.CURRENT),
                        tuple("ns1.hoster.net", State.NOT_ASKED),
                        tuple("ns2.hoster.net", State.CURRENT));
    }

    @Test
    void trialServerStandsForAllThatItsZonesName() {
        standsForAll = true;

        assertThat(look(Map.of()))
                .extracting(NameServerStatuses.Status::server, NameServerStatuses.Status::state)
                .containsExactly(tuple("ns1.hoster.net", State.CURRENT), tuple("ns2.hoster.net", State.CURRENT));
        assertThat(secondary.queries()).isZero();
    }

    @Test
    void changeIsEverywhereOnceEveryServerHasIt() {
        secondary.without("kunde.de").with(mx("alt.hoster.net"));
        assertThat(propagation(both()).isEverywhere(Snapshots.live(KUNDE, WANTED), home()))
                .isFalse();

        secondary.without("kunde.de").with(mx("mx1.hoster.net"));
        await().until(() -> propagation(both()).isEverywhere(Snapshots.live(KUNDE, WANTED), home()));
    }

    @Test
    void serverThatCannotBeAskedDoesNotKeepAChangeFromBeingEverywhere() {
        assertThat(propagation(Map.of()).isEverywhere(Snapshots.live(KUNDE, WANTED), home()))
                .isTrue();
    }

    @Test
    void silentServerIsNotWaitedForWithEachZone() {
        secondary.always().silent().when("kunde.de", Type.SOA).silent();
        PropagationCheck propagation = propagation(both());
        assertThat(propagation.isEverywhere(Snapshots.live(KUNDE, WANTED), home()))
                .isFalse();
        int asked = secondary.queries();

        assertThat(propagation.isEverywhere(Snapshots.live(KUNDE, WANTED), home()))
                .isFalse();

        assertThat(secondary.queries()).isEqualTo(asked);
    }

    private List<NameServerStatuses.Status> look() {
        return look(both());
    }

    private List<NameServerStatuses.Status> look(Map<String, String> addresses) {
        return propagation(addresses).look(Snapshots.live(KUNDE, WANTED), home(), PATIENCE);
    }

    private Map<String, String> both() {
        return Map.of("ns1.hoster.net", primary.property(), "NS2.hoster.net.", secondary.property());
    }

    private static PropagationCheck propagation(Map<String, String> addresses) {
        PublishingProperties properties = new PublishingProperties(
                Duration.ofHours(24), Duration.ofMinutes(15), Duration.ofSeconds(30), addresses);
        DnsProperties dns = new DnsProperties(List.of(), Duration.ofSeconds(1), true, 300);
        NameServerHosts hosts = new NameServerHosts(
                properties, dns, host -> CompletableFuture.completedFuture(new HostAnswer.NoSuchName()));
        return new PropagationCheck(hosts, CLOCK);
    }

    private NameServer home() {
        return new NameServer() {

            @Override
            public String id() {
                return "home";
            }

            @Override
            public InetSocketAddress dnsAddress() {
                return primary.address();
            }

            @Override
            public Optional<DomainName> enclosing(DomainName name) {
                return Optional.empty();
            }

            @Override
            public ServedZone read(DomainName zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void replaceMx(DomainName zone, MxReplacement replacement) {
                throw new UnsupportedOperationException();
            }

            @Override
            public int concurrentWriters() {
                return 1;
            }

            @Override
            public boolean standsForAll() {
                return standsForAll;
            }

            @Override
            public void probe() {}
        };
    }

    private static void serial(ScriptedDns server, int serial) {
        server.when("kunde.de", Type.SOA)
                .answers("kunde.de 300 SOA ns1.hoster.net. hostmaster.hoster.net. " + serial + " 7200 3600 1209600 60");
    }

    private static String mx(String target) {
        return "kunde.de 300 MX 10 " + target;
    }
}
