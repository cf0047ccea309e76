package de.postlotse.lookup.resolver;

import de.postlotse.lookup.AddressScope;
import de.postlotse.lookup.DnsCheck;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.resolver.AuthorityCheck.Answer.Elsewhere;
import de.postlotse.lookup.resolver.AuthorityCheck.Answer.LeadsTo;
import de.postlotse.lookup.resolver.AuthorityCheck.Answer.Settled;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.xbill.DNS.Name;

/**
 * Asks the servers of a host's own zone whether a resolver's "does not exist" is still true: resolvers keep it for
 * hours (RFC 2308 §5), while the host was perhaps created a minute ago.
 */
final class AuthorityCheck {

    private static final int MOST_REFERRALS = 3;

    private final Policy policy;
    private final NameServerSearch search;

    AuthorityCheck(Asker resolvers, Policy policy) {
        this.policy = policy;
        this.search = new NameServerSearch(resolvers, policy.mayBeAsked());
    }

    /** The host as its zone has it now; empty where the zone agrees or could not be asked. */
    Optional<Answer> existsAfterAll(Name host, DnsReply.Answer negative, Deadline deadline) {
        return negative.zoneOfNegative()
                .filter(zone -> policy.ask() && host.subdomain(zone))
                .flatMap(zone -> askAll(search.serversOf(zone, deadline), host, zone, deadline, 0));
    }

    /**
     * The first server alone, and the others beside each other where it does not have the host: so that the packets that
     * a check may send to a zone are enough for several of its hosts.
     */
    private Optional<Answer> askAll(List<InetAddress> servers, Name host, Name zone, Deadline deadline, int referrals) {
        if (servers.isEmpty()) {
            return Optional.empty();
        }
        List<Replies> replies = new ArrayList<>();
        return askSome(servers.subList(0, 1), host, zone, deadline.within(part(deadline, 4)), replies)
                .or(() -> askSome(
                        servers.subList(1, servers.size()), host, zone, deadline.within(part(deadline, 2)), replies))
                .or(() -> follow(replies, host, zone, deadline, referrals));
    }

    private static Duration part(Deadline deadline, int parts) {
        return deadline.remaining().dividedBy(parts);
    }

    private Optional<Answer> askSome(
            List<InetAddress> servers, Name host, Name zone, Deadline deadline, List<Replies> replies) {
        CompletableFuture<Optional<Answer>> found = new CompletableFuture<>();
        List<CompletableFuture<Replies>> asked = servers.stream()
                .map(server -> SideBySide.begin(server, address -> ask(address, host, zone, deadline, found)))
                .toList();
        CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .whenComplete((all, thrown) -> found.complete(Optional.empty()));
        Optional<Answer> answer = found.join();
        if (answer.isEmpty()) {
            asked.forEach(reply -> replies.add(reply.join()));
        }
        return answer;
    }

    /** One server that has the host is enough: the others do not have it yet. */
    private Replies ask(
            InetAddress server, Name host, Name zone, Deadline deadline, CompletableFuture<Optional<Answer>> found) {
        DnsCheck check = DnsCheck.current();
        Replies replies = Asker.ofAuthority(
                        new InetSocketAddress(server, policy.port()), 1, () -> check.maySendTo(zone.toString()))
                .askForHost(host, deadline);
        Answer answer = replies.fromAuthority();
        if (isPositive(answer)) {
            found.complete(Optional.of(answer));
        }
        return replies;
    }

    /** A zone that is newer than the resolver's answer shows as a referral from the zone above it. */
    private Optional<Answer> follow(List<Replies> replies, Name host, Name zone, Deadline deadline, int referrals) {
        if (referrals == MOST_REFERRALS) {
            return Optional.empty();
        }
        for (Replies reply : replies) {
            if (reply.ipv4() instanceof DnsReply.Answer answer) {
                Optional<Name> cut = answer.referral().filter(name -> isBetween(host, name, zone));
                if (cut.isPresent()) {
                    List<InetAddress> servers = search.serversIn(answer, cut.get(), zone, deadline);
                    return askAll(servers, host, cut.get(), deadline, referrals + 1);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isBetween(Name host, Name cut, Name zone) {
        return host.subdomain(cut) && cut.subdomain(zone) && !cut.equals(zone);
    }

    private static boolean isPositive(Answer answer) {
        return switch (answer) {
            case Settled settled ->
                switch (settled.answer()) {
                    case HostAnswer.Addresses a -> true;
                    case HostAnswer.Alias a -> true;
                    case HostAnswer.DanglingAlias a -> true;
                    case HostAnswer.NoSuchName n -> false;
                    case HostAnswer.NoAddress n -> false;
                    case HostAnswer.Unknown unknown -> unknown.cause() == HostAnswer.Cause.ALIAS_END_UNKNOWN;
                };
            case LeadsTo l -> true;
            case Elsewhere e -> false;
        };
    }

    /** What an authoritative server's replies say of a host; it knows only the zones that it serves. */
    sealed interface Answer {

        /** That is it. */
        record Settled(HostAnswer answer) implements Answer {}

        /** The host is an alias; what its end is has to be asked. */
        record LeadsTo(Name end) implements Answer {}

        /** The server does not answer for this name: it lies below a delegation, or in a zone that is not served here. */
        record Elsewhere() implements Answer {}
    }

    /**
     * Which authoritative servers of other people's zones may be asked. Their addresses come from DNS, so from anybody:
     * without this a zone could make us send packets into our own network.
     */
    record Policy(boolean ask, int port, Predicate<InetAddress> mayBeAsked) {

        private static final int DNS_PORT = 53;

        static Policy onTheInternet(boolean ask) {
            return new Policy(ask, DNS_PORT, AddressScope::isGloballyReachable);
        }
    }
}
