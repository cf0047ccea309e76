package de.postlotse.lookup;

import de.postlotse.lookup.Finding.Elsewhere;
import de.postlotse.lookup.Finding.LeadsTo;
import de.postlotse.lookup.Finding.Settled;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.xbill.DNS.Name;

/**
 * Asks the servers of a host's own zone whether a resolver's "does not exist" is still true: resolvers keep it for
 * hours (RFC 2308 §5), while the host was perhaps created a minute ago.
 */
final class AuthorityCheck {

    private static final int MOST_REFERRALS = 3;

    private final DnsClient client;
    private final AuthorityPolicy policy;
    private final NameServerSearch search;

    AuthorityCheck(DnsClient client, Asker resolvers, AuthorityPolicy policy) {
        this.client = client;
        this.policy = policy;
        this.search = new NameServerSearch(resolvers, policy.mayBeAsked());
    }

    /** The host as its zone has it now; empty where the zone agrees or could not be asked. */
    CompletableFuture<Optional<Finding>> existsAfterAll(Name host, Reply.Answer negative, Deadline deadline) {
        Optional<Name> zone = negative.zoneOfNegative().filter(host::subdomain);
        if (!policy.ask() || zone.isEmpty()) {
            return nothing();
        }
        return search.serversOf(zone.get(), deadline)
                .thenCompose(servers -> askAll(servers, host, zone.get(), deadline, 0));
    }

    private CompletableFuture<Optional<Finding>> askAll(
            List<InetAddress> servers, Name host, Name zone, Deadline deadline, int referrals) {
        Deadline mine = deadline.within(deadline.remaining().dividedBy(2));
        CompletableFuture<Optional<Finding>> found = new CompletableFuture<>();
        List<CompletableFuture<Replies>> replies = servers.stream()
                .map(server -> Asker.ofAuthority(client, new InetSocketAddress(server, policy.port()))
                        .askForHost(host, mine)
                        .thenApply(reply -> tellIfPositive(reply, found)))
                .toList();
        CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new))
                .thenCompose(all -> follow(replies, host, zone, deadline, referrals))
                .exceptionally(thrown -> Optional.empty())
                .thenAccept(found::complete);
        return found;
    }

    /** One server that has the host is enough: the others do not have it yet. */
    private static Replies tellIfPositive(Replies replies, CompletableFuture<Optional<Finding>> found) {
        positive(replies.fromAuthority()).ifPresent(exists -> found.complete(Optional.of(exists)));
        return replies;
    }

    /** A zone that is newer than the resolver's answer shows as a referral from the zone above it. */
    private CompletableFuture<Optional<Finding>> follow(
            List<CompletableFuture<Replies>> replies, Name host, Name zone, Deadline deadline, int referrals) {
        Optional<Reply.Answer> referral = replies.stream()
                .map(reply -> reply.join().ipv4() instanceof Reply.Answer answer ? answer : null)
                .filter(Objects::nonNull)
                .filter(answer -> answer.referral()
                        .filter(cut -> isBetween(host, cut, zone))
                        .isPresent())
                .findFirst();
        if (referral.isEmpty() || referrals == MOST_REFERRALS) {
            return nothing();
        }
        Name cut = referral.get().referral().orElseThrow();
        return search.serversIn(referral.get(), cut, zone, deadline)
                .thenCompose(servers -> askAll(servers, host, cut, deadline, referrals + 1));
    }

    private static boolean isBetween(Name host, Name cut, Name zone) {
        return host.subdomain(cut) && cut.subdomain(zone) && !cut.equals(zone);
    }

    private static Optional<Finding> positive(Finding finding) {
        boolean exists = switch (finding) {
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
        return Stream.of(finding).filter(f -> exists).findFirst();
    }

    private static CompletableFuture<Optional<Finding>> nothing() {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
