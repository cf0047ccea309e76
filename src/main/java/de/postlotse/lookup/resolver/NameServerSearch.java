package de.postlotse.lookup.resolver;

import de.postlotse.lookup.HostAnswer;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Finds a few authoritative servers of a zone, one address of each. */
record NameServerSearch(Asker resolvers, Predicate<InetAddress> mayBeAsked) {

    private static final int MOST_SERVERS = 3;

    /** The servers that a resolver knows for the zone. */
    List<InetAddress> serversOf(Name zone, Deadline deadline) {
        return resolvers.ask(zone, Type.NS, deadline) instanceof DnsReply.Answer answer
                ? resolve(names(answer.records(), zone), deadline)
                : List.of();
    }

    /**
     * The servers that a referral names. The addresses that come with it are taken only for names of the zone that gives
     * the referral: for others it does not speak (RFC 2181 §5.4.1).
     */
    List<InetAddress> serversIn(DnsReply.Answer referral, Name cut, Name zone, Deadline deadline) {
        Message message = referral.message();
        List<Name> names = names(message.getSection(Section.AUTHORITY), cut);
        List<InetAddress> glue = names.stream()
                .filter(name -> name.subdomain(zone))
                .flatMap(name -> pick(AnswerRecords.addresses(message.getSection(Section.ADDITIONAL), name)))
                .toList();
        return glue.isEmpty() ? resolve(names, deadline) : glue;
    }

    private List<InetAddress> resolve(List<Name> names, Deadline deadline) {
        Deadline mine = deadline.within(deadline.remaining().dividedBy(2));
        return SideBySide.all(names, name -> resolvers.askForHost(name, mine).fromResolver()).stream()
                .flatMap(this::addresses)
                .distinct()
                .toList();
    }

    private Stream<InetAddress> addresses(HostAnswer answer) {
        return answer instanceof HostAnswer.Addresses found ? pick(found.addresses()) : Stream.empty();
    }

    private Stream<InetAddress> pick(List<InetAddress> addresses) {
        return addresses.stream()
                .filter(mayBeAsked)
                .sorted(Comparator.comparing(address -> !(address instanceof Inet4Address)))
                .limit(1);
    }

    private static List<Name> names(List<Record> records, Name zone) {
        return records.stream()
                .filter(record -> record.getName().equals(zone))
                .<Name>mapMulti((record, found) -> {
                    if (record instanceof NSRecord ns) {
                        found.accept(ns.getTarget());
                    }
                })
                .limit(MOST_SERVERS)
                .toList();
    }
}
