package de.postlotse.replacement;

import de.postlotse.dns.DomainName;
import de.postlotse.store.StoreFailure;
import de.postlotse.zone.EditedZone;
import de.postlotse.zone.HostReplacing;
import de.postlotse.zone.HostStatus;
import de.postlotse.zone.NoSuchZoneException;
import de.postlotse.zone.SaveOutcome;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.Verdict;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Changes the next zones of a replacement, a few at a time. DNS is asked about the new host once for all of them, and
 * again before the next ones: what it says counts for {@link #LONGEST} at most.
 */
@Component
class ReplacementWork {

    static final int CHUNK = 500;

    private static final Logger log = LoggerFactory.getLogger(ReplacementWork.class);
    private static final int AT_ONCE = 4;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final ReplacementStore store;
    private final HostReplacing hosts;
    private final Function<DomainName, HostStatus> dns;
    private final Zones zones;
    private final Clock clock;

    @Autowired
    ReplacementWork(ReplacementStore store, HostReplacing hosts, Zones zones, Clock clock) {
        this(store, hosts, host -> hosts.ask(host).join(), zones, clock);
    }

    ReplacementWork(
            ReplacementStore store,
            HostReplacing hosts,
            Function<DomainName, HostStatus> dns,
            Zones zones,
            Clock clock) {
        this.store = store;
        this.hosts = hosts;
        this.dns = dns;
        this.zones = zones;
        this.clock = clock;
    }

    /**
     * Changes a chunk of the zones that wait, or stops where the new host is refused.
     *
     * @param stopping whether the application is about to end
     * @return when the next chunk is due, where something is left
     */
    Instant chunk(Replacement replacement, BooleanSupplier stopping) {
        if (replacement.state() != ReplacementState.RUNNING) {
            return clock.instant();
        }
        if (replacement.kind() == ReplacementKind.UNDO) {
            changeAll(new Undo(replacement), stopping);
            return clock.instant();
        }
        HostStatus known = dns.apply(replacement.newHost());
        if (known.verdict() == Verdict.REJECT) {
            log.warn("Replacement {} stops: {} is {}", replacement.id(), known.host(), known.condition());
            store.stop(replacement.id(), known.condition());
            return clock.instant();
        }
        if (known.verdict() == Verdict.RETRY) {
            return postpone(replacement, known);
        }
        if (replacement.failures() > 0) {
            store.waitsNoLonger(replacement.id());
        }
        changeAll(new Replace(replacement, known), stopping);
        return clock.instant();
    }

    /** Neither yes nor no: it waits, and every time longer. */
    private Instant postpone(Replacement replacement, HostStatus unchecked) {
        int failures = replacement.failures() + 1;
        Instant next = clock.instant().plus(pause(failures));
        log.warn("Replacement {} waits, {} cannot be checked before {}", replacement.id(), unchecked.host(), next);
        store.waits(replacement.id(), unchecked.condition(), failures, next);
        return next;
    }

    /** The pause before DNS is asked again about a host that could not be checked some times in a row. */
    static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void changeAll(Change change, BooleanSupplier stopping) {
        Instant end = clock.instant().plus(LONGEST);
        Chunk chunk = new Chunk(
                change, () -> stopping.getAsBoolean() || clock.instant().isAfter(end));
        try (ExecutorService threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("replace-", 0).factory())) {
            List<CompletableFuture<Void>> all = store
                    .waiting(change.replacement().id(), CHUNK)
                    .stream()
                    .map(item -> CompletableFuture.runAsync(() -> chunk.take(item), threads))
                    .toList();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** What is done to each zone. */
    private sealed interface Change {

        Replacement replacement();
    }

    private record Replace(Replacement replacement, HostStatus known) implements Change {}

    private record Undo(Replacement replacement) implements Change {}

    private SaveOutcome carryOut(Change change, EditedZone at, WaitingItem item) {
        Replacement replacement = change.replacement();
        return switch (change) {
            case Replace replace ->
                hosts.replace(replacement.author(), at, replacement.oldHost(), replacement.newHost(), replace.known());
            case Undo undo -> hosts.undo(replacement.author(), at, item.version());
        };
    }

    /** Some zones of a replacement. */
    private final class Chunk {

        private final Change change;
        private final BooleanSupplier ending;
        private volatile boolean broken;

        Chunk(Change change, BooleanSupplier ending) {
            this.change = change;
            this.ending = ending;
        }

        void take(WaitingItem item) {
            if (broken || ending.getAsBoolean()) {
                return;
            }
            try {
                if (store.isRunning(change.replacement().id())) {
                    store.end(change.replacement().id(), item.place(), tryItem(item));
                }
            } catch (RuntimeException e) {
                broken = true;
                throw e;
            }
        }

        /** While the store is away nothing can be said about the zone: it is tried again. */
        private ItemStatus tryItem(WaitingItem item) {
            try {
                return change(item);
            } catch (RuntimeException e) {
                if (StoreFailure.isPassing(e)) {
                    throw e;
                }
                log.error(
                        "{} was not changed by replacement {}",
                        item.zone(),
                        change.replacement().id(),
                        e);
                return ItemStatus.FAILED;
            }
        }

        private ItemStatus change(WaitingItem item) {
            if (zones.versionNow(item.zoneId()) == 0) {
                return ItemStatus.GONE;
            }
            try {
                return carryOut(item);
            } catch (StaleVersionException changed) {
                return changed.version() == item.version() ? ItemStatus.DRIFTED : ItemStatus.CHANGED_MEANWHILE;
            } catch (NoSuchZoneException handedBackJustNow) {
                return ItemStatus.GONE;
            }
        }

        private ItemStatus carryOut(WaitingItem item) {
            EditedZone at = new EditedZone(
                            change.replacement().edit(item.place()), item.zone(), Long.toString(item.version()))
                    .because(change.replacement().reason());
            return switch (ReplacementWork.this.carryOut(change, at, item)) {
                case SaveOutcome.Saved saved -> ItemStatus.DONE;
                case SaveOutcome.Refused refused -> ItemStatus.REFUSED;
                case SaveOutcome.Harmful harmful -> throw new IllegalStateException("nobody is asked");
                case SaveOutcome.Waiting waiting -> throw new IllegalStateException("it has waited as a whole");
            };
        }
    }
}
