package de.postlotse.lookup.resolver;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.DelegationLookup;
import de.postlotse.lookup.DelegationLookup.Answer.Elsewhere;
import de.postlotse.lookup.DelegationLookup.Answer.None;
import de.postlotse.lookup.DelegationLookup.Answer.Ours;
import de.postlotse.lookup.DelegationLookup.Answer.Unknown;
import de.postlotse.lookup.DnsCheck;
import de.postlotse.lookup.OwnNameServers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Asks a resolver first: whoever the world is sent to answers it with a set of name servers. Where none of ours is in
 * that set, a server of the zone above has the last word, since a resolver may remember a set that is a day old.
 */
final class DnsDelegationLookup implements DelegationLookup {

    private final Asker resolvers;
    private final OwnNameServers own;
    private final Duration budget;
    private final AuthorityCheck.Policy policy;
    private final NameServerSearch search;

    DnsDelegationLookup(Asker resolvers, OwnNameServers own, Duration budget, AuthorityCheck.Policy policy) {
        this.resolvers = resolvers;
        this.own = own;
        this.budget = budget;
        this.policy = policy;
        this.search = new NameServerSearch(this.resolvers, policy.mayBeAsked());
    }

    @Override
    public CompletableFuture<DelegationLookup.Answer> ask(DomainName zone) {
        return Budget.keep(budget, deadline -> compare(zone.toName(), deadline), cause -> new Unknown());
    }

    private DelegationLookup.Answer compare(Name zone, Deadline deadline) {
        Set<Name> ours = own.enclosing(DomainName.of(zone))
                .map(home -> names(Asker.ofOwn(home.server()).ask(zone, Type.NS, deadline), zone))
                .orElse(Set.of());
        if (ours.isEmpty() || !(resolvers.ask(zone, Type.NS, deadline) instanceof DnsReply.Answer seen)) {
            return new Unknown();
        }
        DelegationLookup.Answer first = verdict(names(seen, zone), ours);
        return first instanceof Ours || !policy.ask()
                ? first
                : parentSays(zone, ours, deadline).orElse(first);
    }

    /** The servers of the closest zone above are asked; one that gives a referral or a name error decides. */
    private Optional<DelegationLookup.Answer> parentSays(Name zone, Set<Name> ours, Deadline deadline) {
        List<InetAddress> servers = search.serversOf(new Name(zone, 1), deadline);
        List<DelegationLookup.Answer> answers =
                SideBySide.all(servers, server -> askParent(server, zone, deadline)).stream()
                        .filter(DnsReply.Answer.class::isInstance)
                        .map(reply -> verdict(names(reply, zone), ours))
                        .toList();
        return answers.stream()
                .filter(Ours.class::isInstance)
                .findFirst()
                .or(() -> answers.stream().findFirst());
    }

    private DnsReply askParent(InetAddress server, Name zone, Deadline deadline) {
        DnsCheck check = DnsCheck.current();
        return Asker.ofAuthority(
                        new InetSocketAddress(server, policy.port()),
                        Asker.LEAST_TRIES,
                        () -> check.maySendTo(zone.toString()))
                .ask(zone, Type.NS, deadline);
    }

    private static DelegationLookup.Answer verdict(Set<Name> seen, Set<Name> ours) {
        if (seen.isEmpty()) {
            return new None();
        }
        return seen.stream().anyMatch(ours::contains)
                ? new Ours()
                : new Elsewhere(seen.stream().map(DomainName::of).sorted().toList());
    }

    /** The zone's name servers in an answer or, where it comes from the zone above, in a referral. */
    private static Set<Name> names(DnsReply reply, Name zone) {
        return reply instanceof DnsReply.Answer answer
                ? Stream.of(Section.ANSWER, Section.AUTHORITY)
                        .flatMap(section -> answer.message().getSection(section).stream())
                        .filter(record ->
                                record instanceof NSRecord && record.getName().equals(zone))
                        .map(record -> ((NSRecord) record).getTarget())
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
