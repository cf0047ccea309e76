package de.postlotse.publishing.dnsupdate;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/** What has to become of a zone's MX sets, as one message that holds only where the zone is as it was last seen. */
final class UpdatePlan {

    private final DomainName zone;
    private final Map<DomainName, MxSet> before;
    private final Map<DomainName, MxSet> after;
    private final Set<DomainName> owners = new TreeSet<>();

    UpdatePlan(DomainName zone, Collection<MxSet> lastServed, Collection<MxSet> wanted) {
        this.zone = zone;
        this.before = byOwner(lastServed);
        this.after = byOwner(wanted);
        Stream.of(before, after)
                .flatMap(sets -> sets.keySet().stream())
                .filter(owner -> differs(before.get(owner), after.get(owner)))
                .forEach(owners::add);
    }

    private static Map<DomainName, MxSet> byOwner(Collection<MxSet> sets) {
        return sets.stream().collect(Collectors.toMap(MxSet::owner, Function.identity()));
    }

    private static boolean differs(@Nullable MxSet before, @Nullable MxSet after) {
        return before == null || !before.equals(after);
    }

    boolean changesNothing() {
        return owners.isEmpty();
    }

    /** Owners without MX records so far. */
    Set<DomainName> newOwners() {
        Set<DomainName> added = new TreeSet<>(owners);
        added.removeAll(before.keySet());
        return added;
    }

    /** Sets that go or become others. */
    List<MxSet> replaced() {
        return owners.stream().filter(before::containsKey).map(before::get).toList();
    }

    boolean isBefore(Collection<MxSet> served) {
        return Set.copyOf(before.values()).equals(new HashSet<>(served));
    }

    boolean isAfter(Collection<MxSet> served) {
        return Set.copyOf(after.values()).equals(new HashSet<>(served));
    }

    /**
     * The update (RFC 2136 §2). It requires the SOA record that was just seen, so that any change in between makes it
     * fail, one that brought the same MX records back included; and the MX records that were last seen.
     */
    Update message(SOARecord seen) {
        Update update = new Update(zone.toName());
        update.present(prerequisite(seen));
        owners.forEach(owner -> requireBefore(update, owner));
        requirePlaces(update);
        owners.forEach(owner -> change(update, owner));
        return update;
    }

    private void requireBefore(Update update, DomainName owner) {
        MxSet set = before.get(owner);
        if (set == null) {
            update.absent(owner.toName(), Type.MX);
        } else {
            records(set, 0).forEach(update::present);
        }
    }

    /** A server ignores MX records beside an alias (RFC 2136 §3.4.2.2), and hides those below a delegation. */
    private void requirePlaces(Update update) {
        Set<Name> delegations = new LinkedHashSet<>();
        Set<Name> redirections = new LinkedHashSet<>();
        for (DomainName owner : newOwners()) {
            update.absent(owner.toName(), Type.CNAME);
            for (DomainName name = owner; name.isBelow(zone); name = name.parent()) {
                delegations.add(name.toName());
                redirections.add(name.parent().toName());
            }
        }
        delegations.forEach(name -> update.absent(name, Type.NS));
        redirections.forEach(name -> update.absent(name, Type.DNAME));
    }

    private void change(Update update, DomainName owner) {
        if (before.containsKey(owner)) {
            update.delete(owner.toName(), Type.MX);
        }
        MxSet set = after.get(owner);
        if (set != null) {
            records(set, set.ttl().seconds()).forEach(update::add);
        }
    }

    private static List<MXRecord> records(MxSet set, long ttl) {
        return set.records().stream()
                .map(mx -> new MXRecord(
                        set.owner().toName(),
                        DClass.IN,
                        ttl,
                        mx.preference().value(),
                        mx.target().toName()))
                .toList();
    }

    /** With the time-to-live 0 that a prerequisite has to have (RFC 2136 §2.4.2). */
    private static SOARecord prerequisite(SOARecord soa) {
        return new SOARecord(
                soa.getName(),
                DClass.IN,
                0,
                soa.getHost(),
                soa.getAdmin(),
                soa.getSerial(),
                soa.getRefresh(),
                soa.getRetry(),
                soa.getExpire(),
                soa.getMinimum());
    }
}
