package de.postlotse.publishing.dnsupdate;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.server.Soa;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** Owners whose sets go, come or become others. */
    Set<DomainName> owners() {
        return owners;
    }

    /** Whether an owner's answer is the wanted one; a wildcard may answer for an owner without a set (RFC 4592 §2.1). */
    boolean isWanted(DomainName owner, Optional<MxSet> answer) {
        MxSet set = after.get(owner);
        return set != null
                ? answer.filter(set::equals).isPresent()
                : answer.isEmpty() || after.keySet().stream().anyMatch(DomainName::isWildcard);
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
     * fail, one that brought the same MX records back included; and the MX records that were last seen. Prerequisites
     * have the time-to-live 0 (RFC 2136 §2.4.2).
     */
    Update message(SOARecord seen) {
        Update update = message();
        update.present(Soa.withTtl(seen, 0));
        return update;
    }

    /** The same for a server that does not show the SOA record it keeps: it requires the MX records alone. */
    Update message() {
        Update update = new Update(zone.toName());
        owners.forEach(owner -> requireBefore(update, owner));
        requirePlaces(update);
        owners.forEach(owner -> change(update, owner));
        return update;
    }

    /**
     * Changes nothing, and holds where the zone has signatures as records of its own. In PowerDNS those were made elsewhere,
     * and stay as they are when something changes.
     */
    static Update requireSignatures(DomainName zone) {
        Update update = new Update(zone.toName());
        update.present(zone.toName(), Type.RRSIG);
        return update;
    }

    private void requireBefore(Update update, DomainName owner) {
        MxSet set = before.get(owner);
        if (set == null) {
            update.absent(owner.toName(), Type.MX);
        } else {
            set.toRecords(0).forEach(update::present);
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
            set.toRecords(set.ttl().seconds()).forEach(update::add);
        }
    }
}
