package de.postlotse.zone.change;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.ZoneSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a change makes of the set of one owner; nothing where the owner has no set. */
public record SetChange(DomainName owner, Optional<MxSet> before, Optional<MxSet> after) {

    /** The owners whose sets become others, in the order of the zone's sets, new owners last. */
    static List<SetChange> of(ZoneSnapshot zone, Map<DomainName, Optional<MxSet>> wanted) {
        return Stream.concat(
                        zone.mxSets().stream().map(MxSet::owner).filter(wanted::containsKey),
                        wanted.keySet().stream()
                                .filter(owner -> zone.setAt(owner).isEmpty())
                                .sorted())
                .map(owner -> new SetChange(owner, zone.setAt(owner), Objects.requireNonNull(wanted.get(owner))))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    /** The change as senders see it: an owner that has no set of its own any more may have a wildcard's. */
    public SetChange with(Map<DomainName, MxSet> wildcards) {
        return new SetChange(owner, before, after.or(() -> Optional.ofNullable(wildcards.get(owner))));
    }

    /** The servers that take mail before the change and not after it. */
    public List<DomainName> lost() {
        return without(servers(before), servers(after));
    }

    /** The servers that take mail after the change and not before it. */
    public List<DomainName> gained() {
        return without(servers(after), servers(before));
    }

    /** The servers of a set; a null MX names none. */
    static List<DomainName> servers(Optional<MxSet> set) {
        return set.stream()
                .flatMap(found -> found.targets().stream())
                .filter(target -> !target.isRoot())
                .toList();
    }

    private static List<DomainName> without(List<DomainName> servers, List<DomainName> others) {
        return servers.stream().filter(server -> !others.contains(server)).toList();
    }
}
