package de.postlotse.zone.change;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.policy.TypedMx;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.OwnMailServers;
import de.postlotse.zone.ZoneSnapshot;
import java.util.List;

/**
 * Gives one or several owners the same servers instead of all that they have: one change, one publish, one way back.
 *
 * @param owners as typed
 * @param ttl for all of them, as typed; blank where each owner keeps the TTL of its set
 * @param records as typed; their own owners and TTLs do not count
 */
public record ReplaceSets(ChangeKind kind, List<String> owners, String ttl, List<TypedMx> records) implements Change {

    public ReplaceSets {
        owners = owners.stream().distinct().toList();
        records = List.copyOf(records);
    }

    public static ReplaceSets of(String owner, String ttl, List<TypedMx> records) {
        return new ReplaceSets(ChangeKind.SET_REPLACED, List.of(owner), ttl, records);
    }

    public static ReplaceSets of(List<DomainName> owners, String ttl, List<TypedMx> records) {
        return new ReplaceSets(
                ChangeKind.SERVERS_SWITCHED,
                owners.stream().map(owner -> owner + ".").toList(),
                ttl,
                records);
    }

    /** The hoster's own mail servers. */
    public static ReplaceSets byOwnServers(DomainName owner, OwnMailServers ownServers) {
        return by(ChangeKind.OWN_SERVERS_USED, owner, ownServers.records());
    }

    /** A null MX: no mail at all (RFC 7505). */
    public static ReplaceSets byNullMx(DomainName owner) {
        return by(ChangeKind.MAIL_REFUSED, owner, List.of(MxRecord.NULL_MX));
    }

    private static ReplaceSets by(ChangeKind kind, DomainName owner, List<MxRecord> records) {
        return new ReplaceSets(
                kind,
                List.of(owner + "."),
                "",
                records.stream().map(TypedMx::of).toList());
    }

    @Override
    public CheckedChange check(ZoneSnapshot zone, ChangeChecks checks) {
        return checks.ofTypedSets(zone, owners, ttl, records);
    }
}
