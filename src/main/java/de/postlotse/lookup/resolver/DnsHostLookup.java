package de.postlotse.lookup.resolver;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostAnswer.Cause;
import de.postlotse.lookup.HostAnswer.Unknown;
import de.postlotse.lookup.HostLookup;
import de.postlotse.lookup.OwnNameServers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The adapter to DNS. Questions for the same host that come while one is under way share its answer, and nothing is
 * kept after that: whoever creates the missing host and tries again must be believed at once.
 */
final class DnsHostLookup implements HostLookup {

    private final Asker resolvers;
    private final AuthorityCheck authorities;
    private final OwnNameServers own;
    private final Duration budget;
    private final ConcurrentMap<DomainName, CompletableFuture<HostAnswer>> underWay = new ConcurrentHashMap<>();

    DnsHostLookup(Asker resolvers, OwnNameServers own, Duration budget, AuthorityCheck.Policy authorityPolicy) {
        this.resolvers = resolvers;
        this.authorities = new AuthorityCheck(this.resolvers, authorityPolicy);
        this.own = own;
        this.budget = budget;
    }

    @Override
    public CompletableFuture<HostAnswer> ask(DomainName host) {
        CompletableFuture<HostAnswer> mine = new CompletableFuture<>();
        CompletableFuture<HostAnswer> theirs = underWay.putIfAbsent(host, mine);
        if (theirs != null) {
            // A copy: nobody may end somebody else's question.
            return theirs.copy();
        }
        Budget.<HostAnswer>keep(
                        budget,
                        deadline -> new HostSearch(resolvers, authorities, own, deadline).find(host),
                        Unknown::new)
                .whenComplete((answer, thrown) -> {
                    // First forgotten, then told: who asks again after an answer gets a new one.
                    underWay.remove(host, mine);
                    mine.complete(thrown == null ? answer : new Unknown(Cause.SERVER_FAILURE));
                });
        return mine.copy();
    }
}
