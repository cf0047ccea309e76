package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer.Addresses;
import de.postlotse.lookup.HostAnswer.Alias;
import de.postlotse.lookup.HostAnswer.Cause;
import de.postlotse.lookup.HostAnswer.DanglingAlias;
import de.postlotse.lookup.HostAnswer.NoAddress;
import de.postlotse.lookup.HostAnswer.NoSuchName;
import de.postlotse.lookup.HostAnswer.Unknown;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Name;

/** Whom to ask about one host, in which order, and what their answers mean together. One object a look-up. */
final class HostSearch {

    private final DnsClient client;
    private final Asker resolvers;
    private final AuthorityCheck authorities;
    private final OwnNameServers own;
    private final Deadline deadline;

    /** Time for asking an authority, so that it can never use up what the answer itself needs. */
    private final Duration confirmation;

    HostSearch(DnsClient client, Asker resolvers, AuthorityCheck authorities, OwnNameServers own, Duration budget) {
        this.client = client;
        this.resolvers = resolvers;
        this.authorities = authorities;
        this.own = own;
        this.deadline = Deadline.in(budget);
        this.confirmation = budget.dividedBy(3);
    }

    CompletableFuture<HostAnswer> find(DomainName host) {
        return own.enclosing(host)
                .map(zone -> fromOwn(zone.server(), host.toName(), 0)
                        .thenCompose(answer -> answer.map(CompletableFuture::completedFuture)
                                .orElseGet(() -> fromResolvers(host.toName()))))
                .orElseGet(() -> fromResolvers(host.toName()));
    }

    /** Our own name server's data; empty where it does not speak for the name. */
    private CompletableFuture<Optional<HostAnswer>> fromOwn(InetSocketAddress server, Name host, int aliases) {
        return Asker.ofAuthority(client, server)
                .askForHost(host, deadline)
                .thenCompose(replies -> switch (replies.fromAuthority()) {
                    case Finding.Settled settled -> CompletableFuture.completedFuture(Optional.of(settled.answer()));
                    case Finding.LeadsTo alias ->
                        endOfAlias(alias.end(), aliases + 1).thenApply(Optional::of);
                    case Finding.Elsewhere elsewhere -> CompletableFuture.completedFuture(Optional.empty());
                });
    }

    private CompletableFuture<HostAnswer> fromResolvers(Name host) {
        return resolvers.askForHost(host, deadline).thenCompose(replies -> {
            HostAnswer answer = replies.fromResolver();
            return switch (answer) {
                case NoSuchName n -> confirm(host, replies, answer);
                case NoAddress n -> confirm(host, replies, answer);
                case Addresses a -> CompletableFuture.completedFuture(answer);
                case Alias a -> CompletableFuture.completedFuture(answer);
                case DanglingAlias d -> CompletableFuture.completedFuture(answer);
                case Unknown u -> CompletableFuture.completedFuture(answer);
            };
        });
    }

    private CompletableFuture<HostAnswer> confirm(Name host, Replies replies, HostAnswer negative) {
        return replies.negative()
                .map(answer -> authorities.existsAfterAll(host, answer, deadline.within(confirmation)))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
                .thenCompose(found -> found.map(finding -> switch (finding) {
                            case Finding.Settled settled -> CompletableFuture.completedFuture(settled.answer());
                            case Finding.LeadsTo alias -> endOfAlias(alias.end(), 1);
                            case Finding.Elsewhere elsewhere -> CompletableFuture.completedFuture(negative);
                        })
                        .orElseGet(() -> CompletableFuture.completedFuture(negative)));
    }

    /** An alias is refused in any case, so that its end is asked of the resolvers without asking its zone too. */
    private CompletableFuture<HostAnswer> endOfAlias(Name end, int aliases) {
        if (aliases > Reading.MOST_ALIASES) {
            return CompletableFuture.completedFuture(new Unknown(Cause.ALIAS_END_UNKNOWN));
        }
        CompletableFuture<Optional<HostAnswer>> fromOwn = own.enclosing(DomainName.of(end))
                .map(zone -> fromOwn(zone.server(), end, aliases))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
        return fromOwn.thenCompose(answer -> answer.map(CompletableFuture::completedFuture)
                        .orElseGet(() -> resolvers.askForHost(end, deadline).thenApply(Replies::fromResolver)))
                .thenApply(answer -> asAlias(DomainName.of(end), answer));
    }

    private static HostAnswer asAlias(DomainName end, HostAnswer answer) {
        return switch (answer) {
            case Addresses a -> new Alias(end);
            case Alias alias -> alias;
            case DanglingAlias dangling -> dangling;
            case NoSuchName n -> new DanglingAlias(end);
            case NoAddress n -> new DanglingAlias(end);
            case Unknown u -> new Unknown(Cause.ALIAS_END_UNKNOWN);
        };
    }
}
