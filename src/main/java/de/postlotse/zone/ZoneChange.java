package de.postlotse.zone;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a zone's history: who, when, from where, and the sets concerned before and after. Never changed. */
@Entity
public class ZoneChange {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long zoneId;
    private long version;

    /** None for lines that are older than these ids. */
    private @Nullable UUID editId;

    private Instant changedAt;

    @Enumerated(EnumType.STRING)
    private ChangeKind kind;

    private String actor;
    private @Nullable String onBehalfOf;
    private String origin;
    private String setsBefore;
    private String setsAfter;
    private @Nullable String reason;

    /** Of those that had to wait for a second pair of eyes. */
    private @Nullable String approvedBy;

    protected ZoneChange() {}

    static ZoneChange of(Zone zone, Edit edit, ChangeKind kind, ChangedSets sets, Instant at) {
        Caller caller = edit.caller();
        ZoneChange change = new ZoneChange();
        change.zoneId = zone.id();
        change.version = zone.version();
        change.editId = edit.id();
        change.changedAt = at;
        change.kind = kind;
        change.actor = caller.username();
        change.onBehalfOf = caller.onBehalfOf(zone.customer());
        change.origin = caller.origin();
        change.setsBefore = MxLines.write(zone.name(), sets.before());
        change.setsAfter = MxLines.write(zone.name(), sets.after());
        change.reason = edit.reason();
        change.approvedBy = edit.approvedBy();
        return change;
    }

    public HistoryEntry entry(DomainName zone) {
        return new HistoryEntry(
                version, changedAt, kind, actor, onBehalfOf, origin, before(zone), after(zone), reason, approvedBy);
    }

    public List<MxSet> before(DomainName zone) {
        return MxLines.read(zone, setsBefore);
    }

    public List<MxSet> after(DomainName zone) {
        return MxLines.read(zone, setsAfter);
    }
}
