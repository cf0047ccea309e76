package de.postlotse.lookup.resolver;

import de.postlotse.lookup.IpLiteral;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * What one answer says of the name that was asked. Records of other owners count only where a chain of aliases leads to
 * them, one that a DNAME made up included (RFC 6672 §3.1).
 *
 * @param asked the name in the question
 * @param end where the aliases end; the asked name itself where it is none
 * @param endless whether they form a loop or a chain too long to be followed
 * @param missing whether the end does not exist: the response code speaks of the last name of the chain (RFC 6604 §2.1)
 * @param addresses of the end
 */
record AnswerRecords(Name asked, Name end, boolean endless, boolean missing, List<InetAddress> addresses) {

    /** Resolvers follow 8 to 16 aliases; what only some of them resolve does not work. */
    static final int MOST_ALIASES = 10;

    static AnswerRecords of(DnsReply.Answer answer, Name asked) {
        Map<Name, Name> aliases = aliases(answer.records());
        Name end = asked;
        int steps = 0;
        for (Name next = aliases.get(end); next != null && steps <= MOST_ALIASES; next = aliases.get(end)) {
            end = next;
            steps++;
        }
        return new AnswerRecords(
                asked, end, steps > MOST_ALIASES, answer.isNameError(), addresses(answer.records(), end));
    }

    private static Map<Name, Name> aliases(List<Record> records) {
        if (records.stream().noneMatch(CNAMERecord.class::isInstance)) {
            return Map.of();
        }
        Map<Name, Name> aliases = new HashMap<>();
        for (Record record : records) {
            if (record instanceof CNAMERecord cname) {
                aliases.putIfAbsent(cname.getName(), cname.getTarget());
            }
        }
        return aliases;
    }

    boolean isAlias() {
        return endless || !end.equals(asked);
    }

    boolean isProvenAlias() {
        return isAlias() && !endless && !addresses.isEmpty();
    }

    /** The addresses of one owner among records. */
    static List<InetAddress> addresses(List<Record> records, Name owner) {
        return records.stream()
                .filter(record -> record.getName().equals(owner))
                .<InetAddress>mapMulti((record, found) -> {
                    if (record instanceof ARecord a) {
                        found.accept(IpLiteral.of(a));
                    } else if (record instanceof AAAARecord aaaa) {
                        found.accept(IpLiteral.of(aaaa));
                    }
                })
                .distinct()
                .toList();
    }
}
