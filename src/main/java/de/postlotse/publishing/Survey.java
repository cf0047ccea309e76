package de.postlotse.publishing;

import de.postlotse.dns.DomainName;
import de.postlotse.publishing.NameServerSighting.State;
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
class Survey {

    private static final int MOST_OWNERS = 10;
    private static final int MOST_SERVERS = 13;

    /** How long other name servers are waited for right after a change; slower ones are asked again later. */
    private static final Duration HASTE = Duration.ofMillis(500);

    private final NameServerQuestions questions;
    private final NameServerHosts hosts;
    private final SilentServers silent;
    private final Clock clock;

    Survey(NameServerQuestions questions, NameServerHosts hosts, SilentServers silent, Clock clock) {
        this.questions = questions;
        this.hosts = hosts;
        this.silent = silent;
        this.clock = clock;
    }

    /**
     * Looks now.
     *
     * @param patience how long each server has for each answer
     * @return the zone's own name server first, then the others by name
     */
    List<NameServerSighting> look(ZoneSnapshot zone, NameServer home, Duration patience) {
        Asked asked = new Asked(zone, OwnerProof.of(zone.lastServed(), zone.mxSets(), MOST_OWNERS), patience);
        CompletableFuture<Message> named = questions.ask(home.dnsAddress(), zone.name(), Type.NS, patience);
        Seen primary = see(asked, home.dnsAddress()).join();
        List<DomainName> names = names(named, zone.name());
        if (home.standsForAll() && !names.isEmpty()) {
            return names.stream()
                    .map(name -> sighting(asked, name.toString(), home.dnsAddress(), primary, primary))
                    .toList();
        }
        return others(asked, home, primary, names);
    }

    /**
     * Whether all others follow a name server that was just seen to answer with the wanted sets. One that cannot be asked
     * says nothing, and one that did not answer a moment ago is not waited for again.
     */
    boolean isEverywhere(ZoneSnapshot zone, NameServer home) {
        if (home.standsForAll()) {
            return true;
        }
        Asked asked = new Asked(zone, OwnerProof.of(zone.lastServed(), zone.mxSets(), MOST_OWNERS), HASTE);
        CompletableFuture<Message> named = questions.ask(home.dnsAddress(), zone.name(), Type.NS, HASTE);
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
            return silent.contains(address.get())
                    ? CompletableFuture.completedFuture(false)
                    : see(asked, address.get()).thenApply(Seen::asWanted);
        });
    }

    private List<NameServerSighting> others(Asked asked, NameServer home, Seen primary, List<DomainName> names) {
        List<CompletableFuture<NameServerSighting>> looks =
                names.stream().map(name -> look(asked, name, primary)).toList();
        List<NameServerSighting> sightings =
                new ArrayList<>(looks.stream().map(CompletableFuture::join).toList());
        boolean namesItself =
                sightings.stream().anyMatch(sighting -> home.dnsAddress().equals(sighting.address()));
        if (!namesItself) {
            sightings.addFirst(sighting(asked, home.id(), home.dnsAddress(), primary, primary));
        }
        return sightings;
    }

    private CompletableFuture<NameServerSighting> look(Asked asked, DomainName name, Seen primary) {
        return hosts.addressOf(name)
                .thenCompose(address -> address.isEmpty()
                        ? CompletableFuture.completedFuture(
                                new NameServerSighting(name.toString(), null, State.NOT_ASKED, null, null))
                        : see(asked, address.get())
                                .thenApply(seen -> sighting(asked, name.toString(), address.get(), seen, primary)));
    }

    private CompletableFuture<Seen> see(Asked asked, InetSocketAddress server) {
        CompletableFuture<Message> soa = questions.ask(server, asked.zone().name(), Type.SOA, asked.patience());
        List<CompletableFuture<Boolean>> proofs = asked.proofs().stream()
                .map(proof -> questions
                        .ask(server, proof.owner(), Type.MX, asked.patience())
                        .thenApply(answer -> SeenZone.isAuthoritative(answer) && proof.holds(answer)))
                .toList();
        return CompletableFuture.allOf(proofs.toArray(CompletableFuture[]::new))
                .thenCombine(soa, (all, answer) -> {
                    silent.remove(server);
                    return new Seen(answer, proofs.stream().allMatch(CompletableFuture::join));
                })
                .exceptionally(thrown -> {
                    silent.add(server);
                    return Seen.NOTHING;
                });
    }

    private NameServerSighting sighting(Asked asked, String name, InetSocketAddress server, Seen seen, Seen primary) {
        Message answer = seen.soa();
        if (answer == null) {
            return new NameServerSighting(name, server, State.SILENT, null, null);
        }
        Optional<SOARecord> soa = SeenZone.soa(answer);
        if (!SeenZone.isAuthoritative(answer) || soa.isEmpty()) {
            return new NameServerSighting(name, server, State.NOT_SERVING, null, null);
        }
        long serial = soa.get().getSerial();
        if (seen.asWanted()) {
            return new NameServerSighting(name, server, State.CURRENT, serial, null);
        }
        Optional<SOARecord> newest = primary.soa() == null ? Optional.empty() : SeenZone.soa(primary.soa());
        boolean old = newest.isPresent() && Serial.compare(serial, newest.get().getSerial()) < 0;
        return old
                ? new NameServerSighting(name, server, State.OLD, serial, oldUntil(asked.zone(), newest.get()))
                : new NameServerSighting(name, server, State.DIFFERENT, serial, null);
    }

    /** Nothing where the time is over: then it is old for another reason than its turn. */
    private @Nullable Instant oldUntil(ZoneSnapshot zone, SOARecord soa) {
        Instant live = zone.publication().liveSince();
        Instant until = live == null ? null : live.plusSeconds(soa.getRefresh());
        return until != null && until.isAfter(clock.instant()) ? until : null;
    }

    private static List<DomainName> names(CompletableFuture<Message> asked, DomainName zone) {
        return asked
                .thenApply(answer -> SeenZone.nameServers(answer, zone))
                .exceptionally(thrown -> List.of())
                .join()
                .stream()
                .limit(MOST_SERVERS)
                .toList();
    }

    /** What is asked of each server. */
    private record Asked(ZoneSnapshot zone, List<OwnerProof> proofs, Duration patience) {}

    /** What a server answered; nothing where it did not. */
    private record Seen(@Nullable Message soa, boolean asWanted) {

        static final Seen NOTHING = new Seen(null, false);
    }
}
