package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.DelegationAnswer.Elsewhere;
import de.postlotse.lookup.DelegationAnswer.None;
import de.postlotse.lookup.DelegationAnswer.Ours;
import de.postlotse.lookup.DelegationAnswer.Unknown;
import de.postlotse.lookup.OwnNameServers.OwnZone;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Asks a resolver first: whoever the world is sent to answers it with a set of name servers. Where none of ours is in
 * that set, a server of the zone above has the last word, since a resolver may remember a set that is a day old.
 */
final class DnsDelegationLookup implements DelegationLookup {

    private final DnsClient client = new DnsClient();
    private final Asker resolvers;
    private final OwnNameServers own;
    private final Duration budget;
    private final AuthorityPolicy policy;
    private final NameServerSearch search;

    DnsDelegationLookup(
            List<InetSocketAddress> resolvers, OwnNameServers own, Duration budget, AuthorityPolicy policy) {
        this.resolvers = Asker.ofResolvers(client, resolvers);
        this.own = own;
        this.budget = budget;
        this.policy = policy;
        this.search = new NameServerSearch(this.resolvers, policy.mayBeAsked());
    }

    @Override
    public CompletableFuture<DelegationAnswer> ask(DomainName zone) {
        return Budget.keep(budget, time -> compare(zone.toName(), Deadline.in(time)), cause -> new Unknown());
    }

    private CompletableFuture<DelegationAnswer> compare(Name zone, Deadline deadline) {
        Optional<OwnZone> home = own.enclosing(DomainName.of(zone));
        if (home.isEmpty()) {
            return CompletableFuture.completedFuture(new Unknown());
        }
        return Asker.ofAuthority(client, home.get().server())
                .ask(zone, Type.NS, deadline)
                .thenCompose(reply -> {
                    Set<Name> ours = reply instanceof Reply.Answer answer ? names(answer.records(), zone) : Set.of();
                    return ours.isEmpty()
                            ? CompletableFuture.completedFuture(new Unknown())
                            : resolvers
                                    .ask(zone, Type.NS, deadline)
                                    .thenCompose(seen -> judge(zone, ours, seen, deadline));
                });
    }

    private CompletableFuture<DelegationAnswer> judge(Name zone, Set<Name> ours, Reply seen, Deadline deadline) {
        if (!(seen instanceof Reply.Answer answer)) {
            return CompletableFuture.completedFuture(new Unknown());
        }
        DelegationAnswer first = verdict(names(answer.records(), zone), ours);
        if (first instanceof Ours || !policy.ask()) {
            return CompletableFuture.completedFuture(first);
        }
        return parentSays(zone, ours, deadline).thenApply(parent -> parent.orElse(first));
    }

    /** The servers of the closest zone above are asked; one that gives a referral or a name error decides. */
    private CompletableFuture<Optional<DelegationAnswer>> parentSays(Name zone, Set<Name> ours, Deadline deadline) {
        return search.serversOf(new Name(zone, 1), deadline).thenCompose(servers -> {
            List<CompletableFuture<Optional<DelegationAnswer>>> answers = servers.stream()
                    .map(server -> askParent(server, zone, ours, deadline))
                    .toList();
            return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                    .thenApply(all -> answers.stream()
                            .flatMap(answer -> answer.join().stream())
                            .min((a, b) -> Boolean.compare(b instanceof Ours, a instanceof Ours)));
        });
    }

    private CompletableFuture<Optional<DelegationAnswer>> askParent(
            InetAddress server, Name zone, Set<Name> ours, Deadline deadline) {
        return Asker.ofAuthority(client, new InetSocketAddress(server, policy.port()))
                .ask(zone, Type.NS, deadline)
                .thenApply(reply -> {
                    if (!(reply instanceof Reply.Answer answer)) {
                        return Optional.empty();
                    }
                    List<Record> records = Stream.concat(
                                    answer.records().stream(), answer.message().getSection(Section.AUTHORITY).stream())
                            .toList();
                    return Optional.of(verdict(names(records, zone), ours));
                });
    }

    private static DelegationAnswer verdict(Set<Name> seen, Set<Name> ours) {
        if (seen.isEmpty()) {
            return new None();
        }
        return seen.stream().anyMatch(ours::contains)
                ? new Ours()
                : new Elsewhere(seen.stream().map(DomainName::of).sorted().toList());
    }

    private static Set<Name> names(List<Record> records, Name zone) {
        Set<Name> names = new HashSet<>();
        for (Record record : records) {
            if (record instanceof NSRecord ns && ns.getName().equals(zone)) {
                names.add(ns.getTarget());
            }
        }
        return names;
    }
}
