package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.OwnNameServers.OwnZone;
import de.postlotse.lookup.OwnerAnswer.BelowDname;
import de.postlotse.lookup.OwnerAnswer.Delegated;
import de.postlotse.lookup.OwnerAnswer.IsAlias;
import de.postlotse.lookup.OwnerAnswer.NotServed;
import de.postlotse.lookup.OwnerAnswer.Unknown;
import de.postlotse.lookup.OwnerAnswer.Usable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * Asks a zone's own server for the SOA record of the owner: the answer shows in one go whether the name is an alias,
 * redirected, delegated, or data of this zone, whose apex every negative answer names (RFC 2308 §3).
 */
final class DnsOwnerLookup implements OwnerLookup {

    private final DnsClient client = new DnsClient();
    private final OwnNameServers own;
    private final Duration budget;

    DnsOwnerLookup(OwnNameServers own, Duration budget) {
        this.own = own;
        this.budget = budget;
    }

    @Override
    public CompletableFuture<OwnerAnswer> ask(DomainName zone, DomainName owner) {
        return Budget.keep(budget, time -> find(zone, owner, Deadline.in(time)), Unknown::new);
    }

    private CompletableFuture<OwnerAnswer> find(DomainName zone, DomainName owner, Deadline deadline) {
        Optional<OwnZone> served =
                own.enclosing(zone).filter(found -> found.apex().equals(zone));
        if (served.isEmpty() || !owner.isAtOrBelow(zone)) {
            return CompletableFuture.completedFuture(new NotServed());
        }
        Optional<DomainName> child = own.enclosing(owner).map(OwnZone::apex).filter(apex -> apex.isBelow(zone));
        if (child.isPresent()) {
            return CompletableFuture.completedFuture(new Delegated(child.get()));
        }
        Asker server = Asker.ofAuthority(client, served.get().server());
        return server.ask(owner.toName(), Type.SOA, deadline).thenCompose(reply -> switch (reply) {
            case Reply.Refused refused -> CompletableFuture.completedFuture(new NotServed());
            case Reply.Failed failed -> CompletableFuture.completedFuture(new Unknown(failed.cause()));
            case Reply.Answer answer ->
                answer.isAuthoritative()
                        ? judge(answer, server, zone, owner, deadline)
                        : CompletableFuture.completedFuture(elsewhere(answer, zone));
        });
    }

    private static OwnerAnswer elsewhere(Reply.Answer answer, DomainName zone) {
        return answer.referral()
                .map(DomainName::of)
                .filter(cut -> cut.isBelow(zone))
                .<OwnerAnswer>map(Delegated::new)
                .orElseGet(NotServed::new);
    }

    private static CompletableFuture<OwnerAnswer> judge(
            Reply.Answer answer, Asker server, DomainName zone, DomainName owner, Deadline deadline) {
        Name name = owner.toName();
        Optional<DomainName> dname = dnameAbove(answer, name);
        if (dname.isPresent()) {
            return CompletableFuture.completedFuture(new BelowDname(dname.get()));
        }
        Reading reading = Reading.of(answer, name);
        Optional<DomainName> apex = apex(answer, name).map(DomainName::of).filter(found -> !reading.isAlias());
        if (apex.isPresent() && !apex.get().equals(zone)) {
            return CompletableFuture.completedFuture(
                    apex.get().isBelow(zone) ? new Delegated(apex.get()) : new NotServed());
        }
        if (owner.equals(zone) || (reading.missing() && !reading.isAlias())) {
            return CompletableFuture.completedFuture(new Usable(null));
        }
        return new WildcardSearch(server, zone, deadline)
                .covering(owner)
                .<OwnerAnswer>thenApply(wildcard -> wildcard.isEmpty() && reading.isAlias()
                        ? new IsAlias(DomainName.of(reading.end()))
                        : new Usable(wildcard.orElse(null)))
                .exceptionally(DnsOwnerLookup::unknown);
    }

    private static OwnerAnswer unknown(Throwable thrown) {
        if (thrown.getCause() instanceof WildcardSearch.NoAnswerException e) {
            return new Unknown(e.why());
        }
        throw new CompletionException(thrown);
    }

    private static Optional<DomainName> dnameAbove(Reply.Answer answer, Name name) {
        return answer.records().stream()
                .filter(DNAMERecord.class::isInstance)
                .map(record -> record.getName())
                .filter(dname -> name.subdomain(dname) && !name.equals(dname))
                .findFirst()
                .map(DomainName::of);
    }

    private static Optional<Name> apex(Reply.Answer answer, Name name) {
        boolean own = answer.records().stream()
                .anyMatch(record ->
                        record.getType() == Type.SOA && record.getName().equals(name));
        return own ? Optional.of(name) : answer.zoneOfNegative();
    }
}
