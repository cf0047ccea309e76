package de.postlotse.publishing.dnsupdate;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Preference;
import de.postlotse.dns.Ttl;
import de.postlotse.publishing.ServedZone;
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
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;
import org.xbill.DNS.WireParseException;

/** What matters of a zone that goes by: its MX sets, where it is delegated, and which of the asked owners are aliases. */
final class ZoneContent {

    private static final int MOST_KEPT = 200_000;

    private final DomainName zone;
    private final Set<DomainName> asked;
    private final Map<DomainName, List<MXRecord>> mx = new TreeMap<>();
    private final Set<DomainName> delegations = new HashSet<>();
    private final Set<DomainName> redirections = new HashSet<>();
    private final Set<DomainName> aliases = new HashSet<>();
    private @Nullable SOARecord soa;
    private int kept;

    /** @param asked owners of which one wants to know whether they may have MX records */
    ZoneContent(DomainName zone, Set<DomainName> asked) {
        this.zone = zone;
        this.asked = asked;
    }

    boolean hasSoa() {
        return soa != null;
    }

    SOARecord soa() {
        if (soa == null) {
            throw new IllegalStateException("nothing was transferred");
        }
        return soa;
    }

    /** @throws WireParseException where it does not begin with the zone's SOA, or too much would have to be kept */
    void accept(Record record) throws WireParseException {
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

    ServedZone served() {
        List<MxSet> sets = mx.entrySet().stream()
                .filter(entry -> isOwn(entry.getKey()))
                .map(entry -> set(entry.getKey(), entry.getValue()))
                .toList();
        return new ServedZone(soa().getSerial(), sets);
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

    static MxSet set(DomainName owner, List<MXRecord> records) {
        List<MxRecord> entries = records.stream()
                .map(mx -> new MxRecord(new Preference(mx.getPriority()), DomainName.of(mx.getTarget())))
                .toList();
        return MxSet.of(owner, ttl(records.getFirst()), entries);
    }

    /** A time with the first bit set is none at all (RFC 2181 §8). */
    private static Ttl ttl(Record record) {
        return new Ttl(record.getTTL() > Integer.MAX_VALUE ? 0 : (int) record.getTTL());
    }
}
