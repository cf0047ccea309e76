package de.postlotse.desk.replacement;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.HostStatus;
import de.postlotse.work.BackOff;
import de.postlotse.work.JobKind;
import de.postlotse.zone.NoSuchZoneException;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.Zones;
import de.postlotse.zone.change.Change;
import de.postlotse.zone.change.EditRequest;
import de.postlotse.zone.change.ReplaceHost;
import de.postlotse.zone.change.SaveOutcome;
import de.postlotse.zone.change.ZoneEditor;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Changes the zones of a replacement. DNS is asked about the new host once for a whole chunk of them, and again before
 * the next one.
 */
@Component
record ReplacementWork(ReplacementStore store, ReplacementItems items, ZoneEditor editor, HostCheck dns, Zones zones)
        implements JobKind<ReplacementItem, ReplacementItemStatus> {

    /** Asks DNS. */
    interface HostCheck {

        HostStatus ask(DomainName host);
    }

    @Override
    public String task() {
        return "replace-host";
    }

    @Override
    public BackOff backOff() {
        return new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(15));
    }

    @Override
    public List<ReplacementItem> waiting(long id, int most) {
        return items.waiting(id, most);
    }

    @Override
    public Set<ReplacementItemStatus> triedAgain() {
        return Arrays.stream(ReplacementItemStatus.values())
                .filter(ReplacementItemStatus::canBeTriedAgain)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean mayGoOn(long id) {
        return store.find(id).orElseThrow().undoneBy() == null;
    }

    /** The way back is open even to a host that is gone, for whoever was shown that. */
    @Override
    public Start<ReplacementItem, ReplacementItemStatus> start(long id) {
        Replacement replacement = store.find(id).orElseThrow();
        if (replacement.kind() == ReplacementKind.UNDO) {
            return new Start.Ready<>(item -> change(replacement, item, new Change.Undo(item.version())));
        }
        HostStatus known = dns.ask(replacement.newHost());
        return switch (known.verdict()) {
            case REJECT -> new Start.Stops<>(known.condition().name());
            case RETRY -> new Start.Waits<>(known.condition().name());
            case ACCEPT, WARN ->
                new Start.Ready<>(item -> change(
                        replacement, item, new ReplaceHost(replacement.oldHost(), replacement.newHost(), known)));
        };
    }

    private ItemEnd<ReplacementItemStatus> change(
            Replacement replacement, ReplacementItem item, Change.OneOfMany change) {
        EditRequest at = new EditRequest(
                replacement.edit(item.place()),
                replacement.author(),
                item.zone(),
                Long.toString(item.version()),
                replacement.reason());
        return ItemEnd.of(carryOut(at, item, change));
    }

    private ReplacementItemStatus carryOut(EditRequest at, ReplacementItem item, Change.OneOfMany change) {
        if (zones.versionNow(item.zoneId()) == 0) {
            return ReplacementItemStatus.GONE;
        }
        try {
            return switch (editor.carryOut(at, change)) {
                case SaveOutcome.Saved saved -> ReplacementItemStatus.DONE;
                case SaveOutcome.Refused refused -> ReplacementItemStatus.REFUSED;
            };
        } catch (StaleVersionException changed) {
            return changed.version() == item.version()
                    ? ReplacementItemStatus.DRIFTED
                    : ReplacementItemStatus.CHANGED_MEANWHILE;
        } catch (NoSuchZoneException handedBackJustNow) {
            return ReplacementItemStatus.GONE;
        }
    }
}
