package de.postlotse.publishing;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Preference;
import de.postlotse.dns.Ttl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/** Reads what a name server answered. */
final class SeenZone {

    private SeenZone() {}

    /** Whether the server speaks for the zone (RFC 1035 §4.1.1, AA). */
    static boolean isAuthoritative(Message answer) {
        boolean spoke = answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN;
        return spoke && answer.getHeader().getFlag(Flags.AA);
    }

    static Optional<SOARecord> soa(Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .findFirst();
    }

    static List<DomainName> nameServers(Message answer, DomainName zone) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(record -> record instanceof NSRecord && isOf(record, zone))
                .map(record -> DomainName.of(((NSRecord) record).getTarget()))
                .sorted()
                .toList();
    }

    /** The MX set of the owner itself; what an alias leads to is not its own. */
    static Optional<MxSet> mx(Message answer, DomainName owner) {
        List<MxRecord> records = new ArrayList<>();
        Ttl ttl = new Ttl(0);
        for (Record record : answer.getSection(Section.ANSWER)) {
            if (record instanceof MXRecord mx && isOf(record, owner)) {
                records.add(new MxRecord(new Preference(mx.getPriority()), DomainName.of(mx.getTarget())));
                ttl = new Ttl((int) Math.min(Integer.MAX_VALUE, mx.getTTL()));
            }
        }
        return records.isEmpty() ? Optional.empty() : Optional.of(MxSet.of(owner, ttl, records));
    }

    private static boolean isOf(Record record, DomainName owner) {
        return DomainName.of(record.getName()).equals(owner);
    }
}
