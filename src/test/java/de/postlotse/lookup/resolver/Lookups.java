package de.postlotse.lookup.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostLookup;
import de.postlotse.lookup.HostPoll;
import de.postlotse.lookup.IpLiteral;
import de.postlotse.lookup.MxLookup;
import de.postlotse.lookup.OwnNameServers;
import de.postlotse.lookup.OwnNameServers.OwnZone;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Look-ups without Spring. */
public final class Lookups {

    /** For what is answered, on a busy machine too. */
    static final Duration BUDGET = Duration.ofSeconds(8);

    /** For what ends only when the time is up. */
    static final Duration SHORT = Duration.ofMillis(800);

    /** For what is answered in part and ends only when the time is up. */
    static final Duration HURRIED = Duration.ofSeconds(3);

    static final AuthorityCheck.Policy NO_AUTHORITIES = AuthorityCheck.Policy.onTheInternet(false);

    private Lookups() {}

    public static HostLookup asking(ScriptedDns... resolvers) {
        return within(BUDGET, resolvers);
    }

    public static HostPoll poll(ScriptedDns... resolvers) {
        return pollWithin(BUDGET, resolvers);
    }

    static HostPoll pollWithin(Duration budget, ScriptedDns... resolvers) {
        return new PipelinedHostPoll(addresses(resolvers), budget, new InventedAnswers());
    }

    public static MxLookup mx(ScriptedDns... resolvers) {
        return new DnsMxLookup(Asker.ofResolvers(addresses(resolvers)), own(Map.of()), BUDGET);
    }

    static HostLookup within(Duration budget, ScriptedDns... resolvers) {
        return new DnsHostLookup(Asker.ofResolvers(addresses(resolvers)), own(Map.of()), budget, NO_AUTHORITIES);
    }

    static HostLookup with(OwnNameServers own, Duration budget, ScriptedDns... resolvers) {
        return new DnsHostLookup(Asker.ofResolvers(addresses(resolvers)), own, budget, NO_AUTHORITIES);
    }

    static OwnNameServers own(Map<String, ScriptedDns> zones) {
        return name -> zones.entrySet().stream()
                .map(zone -> new OwnZone(
                        DomainName.of(zone.getKey()), zone.getValue().address()))
                .filter(zone -> name.isAtOrBelow(zone.apex()))
                .max(Comparator.comparingInt(zone -> zone.apex().labels().size()));
    }

    static HostAnswer ask(HostLookup lookup, String host) {
        return lookup.ask(DomainName.of(host)).join();
    }

    static HostAnswer.Addresses addresses(boolean complete, String... addresses) {
        return new HostAnswer.Addresses(
                Stream.of(addresses).map(IpLiteral::parse).toList(), complete);
    }

    static HostAnswer.Alias alias(String canonical) {
        return new HostAnswer.Alias(DomainName.of(canonical));
    }

    static HostAnswer.DanglingAlias dangling(String end) {
        return new HostAnswer.DanglingAlias(DomainName.of(end));
    }

    static HostAnswer.Unknown unknown(HostAnswer.Cause cause) {
        return new HostAnswer.Unknown(cause);
    }

    static List<InetSocketAddress> addresses(ScriptedDns... servers) {
        return Stream.of(servers).map(ScriptedDns::address).toList();
    }

    /**
     * Asks a server that is not there until it is told so: the kernel may leave out its notice where many ports were
     * asked in vain, and one look-up then ends as if the server were silent.
     */
    static void awaitUnreachable(Supplier<?> ask, Object unreachable) {
        await().untilAsserted(() -> assertThat(ask.get()).isEqualTo(unreachable));
    }
}
