package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.Preference;
import de.postlotse.lookup.HostAnswer.Cause;
import de.postlotse.lookup.MxAnswer.NoMx;
import de.postlotse.lookup.MxAnswer.NoSuchName;
import de.postlotse.lookup.MxAnswer.Records;
import de.postlotse.lookup.MxAnswer.Unknown;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** The adapter to DNS: our own name server for our zones, the resolvers for all else and for what it does not know. */
final class DnsMxLookup implements MxLookup {

    private final DnsClient client = new DnsClient();
    private final Asker resolvers;
    private final OwnNameServers own;
    private final Duration budget;

    DnsMxLookup(List<InetSocketAddress> resolvers, OwnNameServers own, Duration budget) {
        this.resolvers = Asker.ofResolvers(client, resolvers);
        this.own = own;
        this.budget = budget;
    }

    @Override
    public CompletableFuture<MxAnswer> ask(DomainName domain) {
        return Budget.keep(budget, time -> find(domain.toName(), Deadline.in(time), 0), Unknown::new);
    }

    private CompletableFuture<MxAnswer> find(Name name, Deadline deadline, int aliases) {
        if (aliases > Reading.MOST_ALIASES) {
            return CompletableFuture.completedFuture(new Unknown(Cause.ALIAS_END_UNKNOWN));
        }
        return own.enclosing(DomainName.of(name))
                .map(zone -> fromOwn(Asker.ofAuthority(client, zone.server()), name, deadline, aliases))
                .orElseGet(() -> fromResolvers(name, deadline));
    }

    private CompletableFuture<MxAnswer> fromOwn(Asker server, Name name, Deadline deadline, int aliases) {
        return server.ask(name, Type.MX, deadline).thenCompose(reply -> switch (reply) {
            case Reply.Refused refused -> fromResolvers(name, deadline);
            case Reply.Failed failed -> CompletableFuture.completedFuture(new Unknown(failed.cause()));
            case Reply.Answer answer ->
                answer.isAuthoritative() ? follow(answer, name, deadline, aliases) : fromResolvers(name, deadline);
        });
    }

    /** Our server knows its own zones only: where an alias leads out of them, its end has to be asked elsewhere. */
    private CompletableFuture<MxAnswer> follow(Reply.Answer answer, Name name, Deadline deadline, int aliases) {
        Reading reading = Reading.of(answer, name);
        MxAnswer seen = read(answer, name);
        return reading.isAlias() && !(seen instanceof Records) && !reading.endless()
                ? find(reading.end(), deadline, aliases + 1)
                : CompletableFuture.completedFuture(seen);
    }

    private CompletableFuture<MxAnswer> fromResolvers(Name name, Deadline deadline) {
        return resolvers.ask(name, Type.MX, deadline).thenApply(reply -> switch (reply) {
            case Reply.Refused refused -> new Unknown(Cause.SERVER_FAILURE);
            case Reply.Failed failed -> new Unknown(failed.cause());
            case Reply.Answer answer -> read(answer, name);
        });
    }

    private static MxAnswer read(Reply.Answer answer, Name name) {
        Reading reading = Reading.of(answer, name);
        if (reading.endless()) {
            return new Unknown(Cause.ALIAS_END_UNKNOWN);
        }
        List<MxRecord> records = answer.records().stream()
                .filter(record -> record.getName().equals(reading.end()))
                .flatMap(record -> mx(record).stream())
                .distinct()
                .toList();
        if (!records.isEmpty()) {
            return new Records(DomainName.of(reading.end()), records);
        }
        return reading.missing() ? new NoSuchName() : new NoMx(DomainName.of(reading.end()));
    }

    private static Optional<MxRecord> mx(Record record) {
        return record instanceof MXRecord mx
                ? Optional.of(new MxRecord(new Preference(mx.getPriority()), DomainName.of(mx.getTarget())))
                : Optional.empty();
    }
}
