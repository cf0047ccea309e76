package de.postlotse.desk.takeover;

import de.postlotse.publishing.server.NameServerException;
import de.postlotse.work.BackOff;
import de.postlotse.work.JobKind;
import de.postlotse.work.JobStore;
import de.postlotse.zone.Zones;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes over the zones of a list. */
@Component
record TakeOverWork(
        TakeOverStore store,
        JobStore<TakeOverItemStatus> items,
        ServedZones served,
        TakeOver takeOver,
        Zones zones,
        TransactionOperations transaction)
        implements JobKind<TakeOverStore.TakeOverItem, TakeOverItemStatus> {

    @Override
    public String task() {
        return "take-over-list";
    }

    @Override
    public BackOff backOff() {
        return new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    @Override
    public List<TakeOverStore.TakeOverItem> waiting(long list, int most) {
        return store.waiting(list, most);
    }

    @Override
    public Set<TakeOverItemStatus> triedAgain() {
        return Set.of(TakeOverItemStatus.FAILED);
    }

    @Override
    public Start<TakeOverStore.TakeOverItem, TakeOverItemStatus> start(long id) {
        TakeOverList list = store.find(id).orElseThrow();
        return new Start.Ready<>(item -> takeOver(list, item));
    }

    private JobKind.ItemEnd<TakeOverItemStatus> takeOver(TakeOverList list, TakeOverStore.TakeOverItem item) {
        if (zones.find(list.caller(), item.zone()).isPresent()) {
            return JobKind.ItemEnd.of(TakeOverItemStatus.ALREADY);
        }
        return switch (served.ask(item.zone(), list.nameServer())) {
            case ServedZones.Answer.Served found -> store(list, item, found);
            case ServedZones.Answer.NotServed not -> refused(list, item, not);
        };
    }

    /** The zone and what the list says of it are stored together, so that a zone is never taken over twice. */
    private JobKind.ItemEnd<TakeOverItemStatus> store(
            TakeOverList list, TakeOverStore.TakeOverItem item, ServedZones.Answer.Served found) {
        transaction.executeWithoutResult(status -> {
            if (items.lockWaiting(list.id(), item.place())) {
                TakeOverItemStatus end = switch (takeOver.store(list.caller(), item.zone(), item.customer(), found)) {
                    case TakeOver.Outcome.Taken taken -> TakeOverItemStatus.TAKEN;
                    case TakeOver.Outcome.AlreadyManaged managed -> TakeOverItemStatus.ALREADY;
                };
                items.end(list.id(), item.place(), end, null);
            }
        });
        return new JobKind.ItemEnd.Noted<>();
    }

    private JobKind.ItemEnd<TakeOverItemStatus> refused(
            TakeOverList list, TakeOverStore.TakeOverItem item, ServedZones.Answer.NotServed not) {
        NameServerException.Reason reason = not.cause().reason();
        String nameServer = not.nameServer();
        boolean mayAnswerLater = reason == NameServerException.Reason.UNREACHABLE
                || reason == NameServerException.Reason.OUTCOME_UNKNOWN;
        if (mayAnswerLater && nameServer != null) {
            store.postpone(list.id(), item.place());
            return new JobKind.ItemEnd.Unavailable<>(nameServer);
        }
        return new JobKind.ItemEnd.Ended<>(TakeOverItemStatus.FAILED, reason.code());
    }
}
