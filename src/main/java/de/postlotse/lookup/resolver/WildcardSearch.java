package de.postlotse.lookup.resolver;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer.Cause;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.Type;

/**
 * Finds the wildcard that answers for a name that does not exist itself (RFC 4592 §3.3.1). DNS does not say which
 * answers a wildcard made, so they are told by comparing: what a wildcard covers has exactly its data, and so has
 * everything below. Only where a name, the names below it and a wildcard above all have the same data of their own is
 * the name taken for covered; that costs a needless warning and nothing else.
 */
record WildcardSearch(Asker server, DomainName zone, Deadline deadline) {

    private static final int MOST_LEVELS = 10;
    private static final int LONGEST = 255;

    /** A name below the owner that nobody has. */
    private static final String PROBE = "postlotse-probe-7f3a";

    private static final List<Integer> TYPES = List.of(Type.A, Type.AAAA, Type.CNAME, Type.MX, Type.TXT);

    /** The server failed on the way. */
    static final class NoAnswerException extends RuntimeException {

        private final Cause why;

        NoAnswerException(Cause why) {
            this.why = why;
        }

        Cause why() {
            return why;
        }
    }

    /** What a name answers with; the records' owners are left out, they are what a wildcard changes. */
    private record Data(boolean exists, Set<String> records) {}

    private record Level(DomainName wildcard, Data ofAncestor, Data ofWildcard) {}

    /** @throws NoAnswerException where the server fails */
    Optional<DomainName> covering(DomainName owner) {
        List<Data> data = SideBySide.all(List.of(owner, below(owner)), this::data);
        Data own = data.getFirst();
        if (!own.exists() || !own.equals(data.getLast())) {
            return Optional.empty();
        }
        List<DomainName> ancestors = Stream.iterate(owner.parent(), name -> name.isAtOrBelow(zone), DomainName::parent)
                .limit(MOST_LEVELS)
                .filter(ancestor -> !ancestor.child("*").equals(owner))
                .toList();
        return nearest(own, SideBySide.all(ancestors, this::level));
    }

    /**
     * The wildcard at the closest encloser. The highest one with the owner's data must exist; one below it that answers
     * alike may be covered by it too, unless the name that it hangs on has other data and so exists.
     */
    private static Optional<DomainName> nearest(Data own, List<Level> levels) {
        List<Level> alike =
                levels.stream().filter(level -> level.ofWildcard().equals(own)).toList();
        return alike.stream()
                .filter(level ->
                        level.equals(alike.getLast()) || !level.ofAncestor().equals(own))
                .map(Level::wildcard)
                .findFirst();
    }

    private Level level(DomainName ancestor) {
        DomainName wildcard = ancestor.child("*");
        List<Data> data = SideBySide.all(List.of(ancestor, wildcard), this::data);
        return new Level(wildcard, data.getFirst(), data.getLast());
    }

    /** A name below the owner; where there is no room for one, the owner stands in, which settles nothing. */
    private static DomainName below(DomainName owner) {
        boolean fits = owner.toName().length() + PROBE.length() + 1 <= LONGEST;
        return fits ? owner.child(PROBE) : owner;
    }

    private Data data(DomainName name) {
        List<Data> parts = SideBySide.all(TYPES, type -> read(server.ask(name.toName(), type, deadline), name, type));
        return new Data(
                parts.stream().anyMatch(Data::exists),
                parts.stream().flatMap(part -> part.records().stream()).collect(Collectors.toUnmodifiableSet()));
    }

    private static Data read(DnsReply reply, DomainName name, int type) {
        return switch (reply) {
            case DnsReply.Answer answer -> {
                Set<String> records = answer.records().stream()
                        .filter(record -> record.getName().equals(name.toName()))
                        .filter(record -> record.getType() == type || record.getType() == Type.CNAME)
                        .map(record -> Type.string(record.getType()) + " " + record.rdataToString())
                        .collect(Collectors.toUnmodifiableSet());
                // Behind an alias the response code speaks of the alias's end (RFC 6604 §2.1).
                yield new Data(!answer.isNameError() || !records.isEmpty(), records);
            }
            case DnsReply.Refused refused -> throw new NoAnswerException(Cause.SERVER_FAILURE);
            case DnsReply.Failed failed -> throw new NoAnswerException(failed.cause());
        };
    }
}
