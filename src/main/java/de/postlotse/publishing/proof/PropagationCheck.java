package de.postlotse.publishing.proof;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.postlotse.dns.DomainName;
import de.postlotse.publishing.proof.NameServerStatuses.Status.State;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.zone.ZoneSnapshot;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xbill.DNS.Message;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Serial;
import org.xbill.DNS.Type;

/** Asks every name server that a zone names, and the one it lives on, for the serial and the MX sets. */
@Component
public class PropagationCheck {

    private static final int MOST_OWNERS = 10;
    private static final int MOST_SERVERS = 13;

    /** How long other name servers are waited for right after a change; slower ones are asked again later. */
    private static final Duration HASTE = Duration.ofMillis(500);

    private final NameServerHosts hosts;
    private final Clock clock;

    /** Those that did not answer a moment ago: one that is down must not hold up each of its zones for a time-out. */
    private final Cache<InetSocketAddress, Boolean> silent = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(20))
            .build();

    PropagationCheck(NameServerHosts hosts, Clock clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    /**
     * Looks now.
     *
     * @param patience how long each server has for each answer
     * @return the zone's own name server first, then the others by name
     */
    List<NameServerStatuses.Status> look(ZoneSnapshot zone, NameServer home, Duration patience) {
        Asked asked = new Asked(zone, ExpectedMxSet.of(zone.lastServed(), zone.mxSets(), MOST_OWNERS), patience);
        CompletableFuture<Message> named = NameServerQuestions.ask(home.dnsAddress(), zone.name(), Type.NS, patience);
        Seen primary = see(asked, home.dnsAddress()).join();
        List<DomainName> names = names(named, zone.name());
        if (home.standsForAll() && !names.isEmpty()) {
            return names.stream()
                    .map(name -> status(asked, name.toString(), home.dnsAddress(), primary, primary))
                    .toList();
        }
        return others(asked, home, primary, names);
    }

    /**
     * Whether all others follow a name server that was just seen to answer with the wanted sets. One that cannot be asked
     * says nothing, and one that did not answer a moment ago is not waited for again.
     */
    public boolean isEverywhere(ZoneSnapshot zone, NameServer home) {
        if (home.standsForAll()) {
            return true;
        }
        Asked asked = new Asked(zone, ExpectedMxSet.of(zone.lastServed(), zone.mxSets(), MOST_OWNERS), HASTE);
        CompletableFuture<Message> named = NameServerQuestions.ask(home.dnsAddress(), zone.name(), Type.NS, HASTE);
        List<CompletableFuture<Boolean>> looks = names(named, zone.name()).stream()
                .map(name -> follows(asked, name, home.dnsAddress()))
                .toList();
        return looks.stream().allMatch(CompletableFuture::join);
    }

    private CompletableFuture<Boolean> follows(Asked asked, DomainName name, InetSocketAddress home) {
        return hosts.addressOf(name).thenCompose(address -> {
            if (address.isEmpty() || address.get().equals(home)) {
                return CompletableFuture.completedFuture(true);
            }
            return silent.getIfPresent(address.get()) != null
                    ? CompletableFuture.completedFuture(false)
                    : see(asked, address.get()).thenApply(Seen::asWanted);
        });
    }

    private List<NameServerStatuses.Status> others(Asked asked, NameServer home, Seen primary, List<DomainName> names) {
        List<CompletableFuture<NameServerStatuses.Status>> looks =
                names.stream().map(name -> look(asked, name, primary)).toList();
        List<NameServerStatuses.Status> statuses =
                new ArrayList<>(looks.stream().map(CompletableFuture::join).toList());
        boolean namesItself =
                statuses.stream().anyMatch(status -> home.dnsAddress().equals(status.address()));
        if (!namesItself) {
            statuses.addFirst(status(asked, home.id(), home.dnsAddress(), primary, primary));
        }
        return statuses;
    }

    private CompletableFuture<NameServerStatuses.Status> look(Asked asked, DomainName name, Seen primary) {
        return hosts.addressOf(name)
                .thenCompose(address -> address.isEmpty()
                        ? CompletableFuture.completedFuture(
                                new NameServerStatuses.Status(name.toString(), null, State.NOT_ASKED, null, null))
                        : see(asked, address.get())
                                .thenApply(seen -> status(asked, name.toString(), address.get(), seen, primary)));
    }

    private CompletableFuture<Seen> see(Asked asked, InetSocketAddress server) {
        CompletableFuture<Message> soa =
                NameServerQuestions.ask(server, asked.zone().name(), Type.SOA, asked.patience());
        List<CompletableFuture<Boolean>> proofs = asked.proofs().stream()
                .map(proof -> NameServerQuestions.ask(server, proof.owner(), Type.MX, asked.patience())
                        .thenApply(answer -> NameServerQuestions.isAuthoritative(answer) && proof.holds(answer)))
                .toList();
        return CompletableFuture.allOf(proofs.toArray(CompletableFuture[]::new))
                .thenCombine(soa, (all, answer) -> {
                    silent.invalidate(server);
                    return new Seen(answer, proofs.stream().allMatch(CompletableFuture::join));
                })
                .exceptionally(thrown -> {
                    silent.put(server, true);
                    return Seen.NOTHING;
                });
    }

    private NameServerStatuses.Status status(
            Asked asked, String name, InetSocketAddress server, Seen seen, Seen primary) {
        Message answer = seen.soa();
        if (answer == null) {
            return new NameServerStatuses.Status(name, server, State.SILENT, null, null);
        }
        Optional<SOARecord> soa = NameServerQuestions.soa(answer);
        if (!NameServerQuestions.isAuthoritative(answer) || soa.isEmpty()) {
            return new NameServerStatuses.Status(name, server, State.NOT_SERVING, null, null);
        }
        long serial = soa.get().getSerial();
        if (seen.asWanted()) {
            return new NameServerStatuses.Status(name, server, State.CURRENT, serial, null);
        }
        Optional<SOARecord> newest = primary.soa() == null ? Optional.empty() : NameServerQuestions.soa(primary.soa());
        boolean old = newest.isPresent() && Serial.compare(serial, newest.get().getSerial()) < 0;
        return old
                ? new NameServerStatuses.Status(name, server, State.OLD, serial, oldUntil(asked.zone(), newest.get()))
                : new NameServerStatuses.Status(name, server, State.DIFFERENT, serial, null);
    }

    /** Nothing where the time is over: then it is old for another reason than its turn. */
    private @Nullable Instant oldUntil(ZoneSnapshot zone, SOARecord soa) {
        Instant live = zone.publication().liveSince();
        Instant until = live == null ? null : live.plusSeconds(soa.getRefresh());
        return until != null && until.isAfter(clock.instant()) ? until : null;
    }

    private static List<DomainName> names(CompletableFuture<Message> asked, DomainName zone) {
        return asked
                .thenApply(answer -> NameServerQuestions.nameServers(answer, zone))
                .exceptionally(thrown -> List.of())
                .join()
                .stream()
                .limit(MOST_SERVERS)
                .toList();
    }

    /** What is asked of each server. */
    private record Asked(ZoneSnapshot zone, List<ExpectedMxSet> proofs, Duration patience) {}

    /** What a server answered; nothing where it did not. */
    private record Seen(@Nullable Message soa, boolean asWanted) {

        static final Seen NOTHING = new Seen(null, false);
    }
}
