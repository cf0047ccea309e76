package de.postlotse.reachability;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostLookup;
import de.postlotse.reachability.TestOutcome.Reason;
import de.postlotse.zone.NoSuchRecordException;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Tests whether a mail server answers, for who has it among the MX records of a zone of theirs. The addresses are those
 * that we resolve here, and what is connected to is one of them: nothing is resolved again in between.
 */
@Service
public class Reachability {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(15);

    /** Of each family. */
    private static final int MOST_ADDRESSES = 2;

    private final Zones zones;
    private final HostLookup hosts;
    private final ConnectPolicy policy;
    private final Probe probe;
    private final TestQuota allowance;

    Reachability(
            Zones zones,
            HostLookup hosts,
            ReachabilityProperties properties,
            Clock clock,
            ObjectProvider<ConnectPolicy> policy) {
        this.zones = zones;
        this.hosts = hosts;
        this.policy = policy.getIfAvailable(() -> ConnectPolicy.PUBLIC);
        this.probe = new Probe(CONNECT, WHOLE, new Certificates(null, clock));
        this.allowance = new TestQuota(properties.perMinute(), clock);
    }

    /**
     * Tests a server; takes up to 20 seconds.
     *
     * @throws de.postlotse.zone.NoSuchZoneException where the caller sees no such zone
     * @throws NoSuchRecordException where the server is none of the owner's
     */
    public TestOutcome test(Caller caller, DomainName zone, DomainName owner, DomainName server) {
        ZoneSnapshot found = zones.require(caller, zone);
        found.setAt(owner)
                .map(MxSet::targets)
                .filter(targets -> targets.contains(server) && !server.isRoot())
                .orElseThrow(() -> new NoSuchRecordException(owner));
        Duration pause = allowance.take(
                caller.onlyCustomer().map("customer "::concat).orElseGet(() -> "staff " + caller.username()));
        return pause.isZero() ? test(server) : new TestOutcome.TooMany(pause);
    }

    private TestOutcome test(DomainName server) {
        return switch (resolve(server)) {
            case HostAnswer.Addresses found -> test(server, found.addresses());
            case HostAnswer.NoSuchName none -> new TestOutcome.NothingToTest(Reason.NO_SUCH_NAME);
            case HostAnswer.DanglingAlias none -> new TestOutcome.NothingToTest(Reason.NO_SUCH_NAME);
            case HostAnswer.NoAddress none -> new TestOutcome.NothingToTest(Reason.NO_ADDRESS);
            case HostAnswer.Alias again -> new TestOutcome.NothingToTest(Reason.UNKNOWN);
            case HostAnswer.Unknown unknown -> new TestOutcome.NothingToTest(Reason.UNKNOWN);
        };
    }

    /** Senders follow an alias. */
    private HostAnswer resolve(DomainName server) {
        HostAnswer answer = hosts.ask(server).join();
        return answer instanceof HostAnswer.Alias alias
                ? hosts.ask(alias.canonical()).join()
                : answer;
    }

    private TestOutcome test(DomainName server, List<InetAddress> addresses) {
        List<Door> open =
                Stream.concat(open(addresses, true), open(addresses, false)).toList();
        if (open.isEmpty()) {
            return new TestOutcome.NothingToTest(Reason.NOT_PUBLIC);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<TestOutcome.AddressTest>> tests = open.stream()
                    .map(door -> CompletableFuture.supplyAsync(
                            () -> new TestOutcome.AddressTest(door.address(), probe.look(door.way(), server)), threads))
                    .toList();
            return new TestOutcome.Tested(
                    tests.stream().map(CompletableFuture::join).toList());
        }
    }

    private Stream<Door> open(List<InetAddress> addresses, boolean ipv4) {
        return addresses.stream()
                .filter(address -> address instanceof Inet4Address == ipv4)
                .flatMap(address -> policy.to(address).map(way -> new Door(address, way)).stream())
                .limit(MOST_ADDRESSES);
    }

    private record Door(InetAddress address, InetSocketAddress way) {}
}
