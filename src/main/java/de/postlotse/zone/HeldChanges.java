package de.postlotse.zone;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Checks changes that have waited for a second pair of eyes by the rules of any other edit, and makes them. */
@Service
public class HeldChanges {

    private final Zones zones;
    private final MxPolicy policy;
    private final ServerMaintenance maintenance;
    private final ConsentedWriter judge;
    private final ZoneWriter writer;

    HeldChanges(Zones zones, MxPolicy policy, ServerMaintenance maintenance, ConsentedWriter judge, ZoneWriter writer) {
        this.zones = zones;
        this.policy = policy;
        this.maintenance = maintenance;
        this.judge = judge;
        this.writer = writer;
    }

    /**
     * What a change would do to the zone as it is now, and what the checks of now say of it; nothing is saved.
     *
     * @throws NoSuchZoneException where the caller sees no such zone
     */
    public ChangePreview preview(Caller caller, HeldChange change) {
        ZoneSnapshot zone = zones.require(caller, change.zone());
        return judge.preview(zone, change.wanted(), check(zone, change));
    }

    /**
     * Makes a change in its author's name, in the transaction of whoever keeps it.
     *
     * @param checked the zone as it was when the change was checked
     * @param approver who has looked at it
     * @throws StaleVersionException where somebody else was first; nothing was written
     */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = StaleVersionException.class)
    public ZoneSnapshot make(HeldChange change, ZoneSnapshot checked, String approver) {
        return writer.write(checked, change.wanted(), Edit.approved(change, approver));
    }

    /** A record that stays was there before; where whole sets are replaced, each of theirs has to pass as it had then. */
    private Checks check(ZoneSnapshot zone, HeldChange change) {
        return switch (change.kind()) {
            case SET_REPLACED, SERVERS_SWITCHED, OWN_SERVERS_USED, MAIL_REFUSED, RESTORED, HOST_REPLACED ->
                check(zone, change.wanted(), false);
            case RECORD_ADDED, RECORD_CHANGED, SERVER_PUT_BACK -> check(zone, change.wanted(), true);
            case SERVER_TAKEN_OUT -> checkWhatStays(change);
            case RECORD_REMOVED, SET_REMOVED, TTL_CHANGED, TAKEN_OVER, DRIFT_REPLACED, DRIFT_ADOPTED -> Checks.NONE;
        };
    }

    private Checks check(ZoneSnapshot zone, Map<DomainName, Optional<MxSet>> wanted, boolean onlyNew) {
        List<CompletableFuture<CheckedSet>> started = wanted.values().stream()
                .flatMap(Optional::stream)
                .map(set -> CheckedSet.start(policy, zone, set))
                .toList();
        List<Checks> checks = new ArrayList<>();
        started.forEach(check ->
                checks.add(onlyNew ? ofNew(zone, check.join()) : check.join().checks()));
        return Checks.all(checks);
    }

    private static Checks ofNew(ZoneSnapshot zone, CheckedSet checked) {
        return Checks.of(checked.entries().stream()
                .filter(entry -> entry.entry() == null || !isThere(zone, entry.entry()))
                .toList());
    }

    private static boolean isThere(ZoneSnapshot zone, CheckedEntry.Entry entry) {
        List<MxRecord> there = zone.setAt(entry.owner()).map(MxSet::records).orElse(List.of());
        return there.contains(entry.record());
    }

    private Checks checkWhatStays(HeldChange change) {
        return Checks.all(change.changes().stream()
                .flatMap(set -> set.before().stream()
                        .flatMap(before -> before.records().stream())
                        .filter(record -> set.after()
                                .filter(after -> after.records().contains(record))
                                .isEmpty())
                        .map(out -> maintenance.check(out, set.after())))
                .toList());
    }
}
