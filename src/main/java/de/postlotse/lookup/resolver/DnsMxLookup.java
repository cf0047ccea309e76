package de.postlotse.lookup.resolver;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.lookup.HostAnswer.Cause;
import de.postlotse.lookup.MxLookup;
import de.postlotse.lookup.MxLookup.Answer.NoMx;
import de.postlotse.lookup.MxLookup.Answer.NoSuchName;
import de.postlotse.lookup.MxLookup.Answer.Records;
import de.postlotse.lookup.MxLookup.Answer.Unknown;
import de.postlotse.lookup.OwnNameServers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** The adapter to DNS: our own name server for our zones, the resolvers for all else and for what it does not know. */
final class DnsMxLookup implements MxLookup {

    private final Asker resolvers;
    private final OwnNameServers own;
    private final Duration budget;

    DnsMxLookup(Asker resolvers, OwnNameServers own, Duration budget) {
        this.resolvers = resolvers;
        this.own = own;
        this.budget = budget;
    }

    @Override
    public CompletableFuture<MxLookup.Answer> ask(DomainName domain) {
        return Budget.keep(budget, deadline -> find(domain.toName(), deadline, 0), Unknown::new);
    }

    private MxLookup.Answer find(Name name, Deadline deadline, int aliases) {
        if (aliases > AnswerRecords.MOST_ALIASES) {
            return new Unknown(Cause.ALIAS_END_UNKNOWN);
        }
        return own.enclosing(DomainName.of(name))
                .map(zone -> fromOwn(Asker.ofOwn(zone.server()), name, deadline, aliases))
                .orElseGet(() -> fromResolvers(name, deadline, aliases));
    }

    private MxLookup.Answer fromOwn(Asker server, Name name, Deadline deadline, int aliases) {
        return switch (server.ask(name, Type.MX, deadline)) {
            case DnsReply.Refused refused -> fromResolvers(name, deadline, aliases);
            case DnsReply.Failed failed -> new Unknown(failed.cause());
            case DnsReply.Answer answer ->
                answer.isAuthoritative()
                        ? follow(answer, name, deadline, aliases)
                        : fromResolvers(name, deadline, aliases);
        };
    }

    /** Our server knows its own zones only: where an alias leads out of them, its end has to be asked elsewhere. */
    private MxLookup.Answer follow(DnsReply.Answer answer, Name name, Deadline deadline, int aliases) {
        AnswerRecords records = AnswerRecords.of(answer, name);
        MxLookup.Answer seen = read(answer, name);
        return records.isAlias() && !(seen instanceof Records) && !records.endless()
                ? find(records.end(), deadline, aliases + 1)
                : seen;
    }

    /** Some resolvers end their answer with an alias; that there is nothing behind it says only its end. */
    private MxLookup.Answer fromResolvers(Name name, Deadline deadline, int aliases) {
        return switch (resolvers.ask(name, Type.MX, deadline)) {
            case DnsReply.Refused refused -> new Unknown(Cause.REFUSED);
            case DnsReply.Failed failed -> new Unknown(failed.cause());
            case DnsReply.Answer answer -> {
                AnswerRecords records = AnswerRecords.of(answer, name);
                MxLookup.Answer seen = read(answer, name);
                yield records.isAlias() && seen instanceof NoMx ? find(records.end(), deadline, aliases + 1) : seen;
            }
        };
    }

    private static MxLookup.Answer read(DnsReply.Answer answer, Name name) {
        AnswerRecords records = AnswerRecords.of(answer, name);
        DomainName end = DomainName.of(records.end());
        if (records.endless()) {
            return new Unknown(Cause.ALIAS_END_UNKNOWN);
        }
        return MxSet.in(answer.records(), end)
                .<MxLookup.Answer>map(set -> new Records(end, set.records()))
                .orElseGet(() -> records.missing() ? new NoSuchName() : new NoMx(end));
    }
}
