package de.postlotse.zone.change;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.Edit;
import de.postlotse.zone.ZoneSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody else has to look at before it is made.
 *
 * @param edit names the change in the zone's history, once it is made
 * @param revision the {@link ZoneSnapshot#revision} that its author has seen
 * @param why for which of its kinds it has to wait
 * @param harms what it does to mail, as its author was told
 * @param changes the sets that it makes others of
 */
public record PendingChange(
        UUID edit,
        ChangeKind kind,
        Caller author,
        @Nullable String reason,
        long zoneId,
        DomainName zone,
        String revision,
        Set<FourEyesProperties.Kind> why,
        Set<Harm> harms,
        List<SetChange> changes)
        implements Change.OfSets {

    static PendingChange of(ChangePreview preview, Edit edit, Set<FourEyesProperties.Kind> why) {
        ZoneSnapshot zone = preview.zone();
        return new PendingChange(
                edit.id(),
                edit.kind(),
                edit.caller(),
                edit.reason(),
                zone.id(),
                zone.name(),
                zone.revision(),
                why,
                preview.harms(),
                preview.changes());
    }

    /** The edit in its author's name. */
    Edit edit(String approver) {
        return new Edit(edit, kind, author, reason, approver);
    }

    /** Whether a zone still is what the author has seen. */
    public boolean isFor(ZoneSnapshot zone) {
        return zone.revision().equals(revision);
    }

    /** Whether the zone was changed since; then this change is never made. */
    public boolean isOvertakenBy(ZoneSnapshot zone) {
        return !revision.split("-")[0].equals(Long.toString(zone.version()));
    }

    @Override
    public Map<DomainName, Optional<MxSet>> wanted(ZoneSnapshot zone) {
        Map<DomainName, Optional<MxSet>> wanted = new LinkedHashMap<>();
        changes.forEach(change -> wanted.put(change.owner(), change.after()));
        return wanted;
    }
}
