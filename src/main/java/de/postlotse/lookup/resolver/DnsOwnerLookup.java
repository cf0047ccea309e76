package de.postlotse.lookup.resolver;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.OwnNameServers;
import de.postlotse.lookup.OwnNameServers.OwnZone;
import de.postlotse.lookup.OwnerLookup;
import de.postlotse.lookup.OwnerLookup.Answer.BelowDname;
import de.postlotse.lookup.OwnerLookup.Answer.Delegated;
import de.postlotse.lookup.OwnerLookup.Answer.IsAlias;
import de.postlotse.lookup.OwnerLookup.Answer.NotServed;
import de.postlotse.lookup.OwnerLookup.Answer.Unknown;
import de.postlotse.lookup.OwnerLookup.Answer.Usable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * Asks a zone's own server for the SOA record of the owner: the answer shows in one go whether the name is an alias,
 * redirected, delegated, or data of this zone, whose apex every negative answer names (RFC 2308 §3).
 */
record DnsOwnerLookup(OwnNameServers own, Duration budget) implements OwnerLookup {

    @Override
    public CompletableFuture<OwnerLookup.Answer> ask(DomainName zone, DomainName owner) {
        return Budget.keep(budget, deadline -> find(zone, owner, deadline), Unknown::new);
    }

    private OwnerLookup.Answer find(DomainName zone, DomainName owner, Deadline deadline) {
        Optional<OwnZone> served =
                own.enclosing(zone).filter(found -> found.apex().equals(zone));
        if (served.isEmpty() || !owner.isAtOrBelow(zone)) {
            return new NotServed();
        }
        Optional<DomainName> child = own.enclosing(owner).map(OwnZone::apex).filter(apex -> apex.isBelow(zone));
        if (child.isPresent()) {
            return new Delegated(child.get());
        }
        Asker server = Asker.ofOwn(served.get().server());
        return switch (server.ask(owner.toName(), Type.SOA, deadline)) {
            case DnsReply.Refused refused -> new NotServed();
            case DnsReply.Failed failed -> new Unknown(failed.cause());
            case DnsReply.Answer answer ->
                answer.isAuthoritative()
                        ? judge(answer, zone, owner, new WildcardSearch(server, zone, deadline))
                        : elsewhere(answer, zone);
        };
    }

    private static OwnerLookup.Answer elsewhere(DnsReply.Answer answer, DomainName zone) {
        return answer.referral()
                .map(DomainName::of)
                .filter(cut -> cut.isBelow(zone))
                .<OwnerLookup.Answer>map(Delegated::new)
                .orElseGet(NotServed::new);
    }

    private static OwnerLookup.Answer judge(
            DnsReply.Answer answer, DomainName zone, DomainName owner, WildcardSearch wildcards) {
        Name name = owner.toName();
        Optional<DomainName> dname = dnameAbove(answer, name);
        if (dname.isPresent()) {
            return new BelowDname(dname.get());
        }
        AnswerRecords records = AnswerRecords.of(answer, name);
        Optional<DomainName> apex = apex(answer, name).map(DomainName::of).filter(found -> !records.isAlias());
        if (apex.isPresent() && !apex.get().equals(zone)) {
            return apex.get().isBelow(zone) ? new Delegated(apex.get()) : new NotServed();
        }
        if (owner.equals(zone) || (records.missing() && !records.isAlias())) {
            return new Usable(null);
        }
        try {
            Optional<DomainName> wildcard = wildcards.covering(owner);
            return wildcard.isEmpty() && records.isAlias()
                    ? new IsAlias(DomainName.of(records.end()))
                    : new Usable(wildcard.orElse(null));
        } catch (WildcardSearch.NoAnswerException e) {
            return new Unknown(e.why());
        }
    }

    private static Optional<DomainName> dnameAbove(DnsReply.Answer answer, Name name) {
        return answer.records().stream()
                .filter(DNAMERecord.class::isInstance)
                .map(record -> record.getName())
                .filter(dname -> name.subdomain(dname) && !name.equals(dname))
                .findFirst()
                .map(DomainName::of);
    }

    private static Optional<Name> apex(DnsReply.Answer answer, Name name) {
        boolean own = answer.records().stream()
                .anyMatch(record ->
                        record.getType() == Type.SOA && record.getName().equals(name));
        return own ? Optional.of(name) : answer.zoneOfNegative();
    }
}
