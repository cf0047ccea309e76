package de.postlotse.publishing.dnsupdate;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.server.ServedZone;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;
import org.xbill.DNS.WireParseException;

/**
 * What matters of a zone that is transferred: its MX sets, where it is delegated, and which of the asked owners are
 * aliases. The transfer begins and ends with the same SOA (RFC 5936 §2.2), and has bounds of size and time.
 */
final class ZoneContent {

    private static final long MOST_OCTETS = 256L << 20;
    private static final int MOST_KEPT = 200_000;

    private final DomainName zone;
    private final Set<DomainName> asked;
    private final long end;
    private final Map<DomainName, List<MXRecord>> mx = new TreeMap<>();
    private final Set<DomainName> delegations = new HashSet<>();
    private final Set<DomainName> redirections = new HashSet<>();
    private final Set<DomainName> aliases = new HashSet<>();
    private @Nullable SOARecord soa;
    private int kept;
    private long octets;
    private boolean complete;

    /**
     * @param asked owners of which one wants to know whether they may have MX records
     * @param patience how long the transfer may take from now on
     */
    ZoneContent(DomainName zone, Set<DomainName> asked, Duration patience) {
        this.zone = zone;
        this.asked = asked;
        this.end = System.nanoTime() + patience.toNanos();
    }

    boolean isComplete() {
        return complete;
    }

    boolean hasSoa() {
        return soa != null;
    }

    /** @throws IOException where the message is not signed, does not fit or is one too many */
    void accept(Message message, byte[] wire, TSIG.StreamVerifier verifier) throws IOException {
        octets += wire.length;
        if (octets > MOST_OCTETS || System.nanoTime() > end) {
            throw new WireParseException("the zone is too large or its transfer too slow");
        }
        List<Record> records = message.getSection(Section.ANSWER);
        if (message.getHeader().getRcode() != Rcode.NOERROR || records.isEmpty()) {
            throw new WireParseException("the zone transfer broke off");
        }
        if (verifier.verify(message, wire, records.getLast() instanceof SOARecord) != Rcode.NOERROR) {
            throw new WireParseException("the zone transfer is not signed with the key");
        }
        for (Record record : records) {
            accept(record);
        }
    }

    private void accept(Record record) throws WireParseException {
        if (complete) {
            throw new WireParseException("the zone transfer goes on after its end");
        }
        if (record instanceof SOARecord last && soa != null) {
            if (last.getSerial() != soa.getSerial()) {
                throw new WireParseException("the zone changed during its transfer");
            }
            complete = true;
            return;
        }
        DomainName owner = DomainName.of(record.getName());
        if (soa == null && (!(record instanceof SOARecord) || !owner.equals(zone))) {
            throw new WireParseException("the zone transfer does not begin with the zone's SOA");
        }
        if (record.getDClass() != DClass.IN || !owner.isAtOrBelow(zone)) {
            return;
        }
        switch (record.getType()) {
            case Type.SOA -> soa = (SOARecord) record;
            case Type.MX -> keep(owner, (MXRecord) record);
            case Type.NS -> keep(delegations, owner, !owner.equals(zone));
            case Type.DNAME -> keep(redirections, owner, true);
            case Type.CNAME -> keep(aliases, owner, asked.contains(owner));
            default -> {}
        }
    }

    private void keep(DomainName owner, MXRecord record) throws WireParseException {
        count();
        mx.computeIfAbsent(owner, name -> new ArrayList<>()).add(record);
    }

    private void keep(Set<DomainName> names, DomainName owner, boolean matters) throws WireParseException {
        if (matters) {
            count();
            names.add(owner);
        }
    }

    private void count() throws WireParseException {
        if (++kept > MOST_KEPT) {
            throw new WireParseException("the zone has too many MX records and delegations");
        }
    }

    /** @throws IllegalStateException where nothing was transferred */
    ServedZone served() {
        if (soa == null) {
            throw new IllegalStateException("nothing was transferred");
        }
        List<MxSet> sets = mx.entrySet().stream()
                .filter(entry -> isOwn(entry.getKey()))
                .flatMap(entry -> MxSet.in(entry.getValue(), entry.getKey()).stream())
                .toList();
        return new ServedZone(soa.getSerial(), sets);
    }

    /** Whether MX records at the owner would be answered (RFC 1034 §3.6.2, §4.2.1; RFC 6672 §2.4). */
    boolean isPlaceForMx(DomainName owner) {
        return isOwn(owner) && !aliases.contains(owner);
    }

    private boolean isOwn(DomainName owner) {
        return Stream.iterate(owner, name -> name.isBelow(zone), DomainName::parent)
                        .noneMatch(name -> delegations.contains(name) || redirections.contains(name.parent()))
                && owner.isAtOrBelow(zone);
    }
}
