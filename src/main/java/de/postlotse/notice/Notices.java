package de.postlotse.notice;

import de.postlotse.account.Caller;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.history.RecentChanges;
import de.postlotse.zone.history.ZoneVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a customer has to know of. Everybody sees and marks those of their own customer number; staff have none. */
@Service
@Transactional
public class Notices {

    public static final int PAGE = 50;

    /** So many of one zone are shown on its page. */
    private static final int OF_A_ZONE = 5;

    private final NoticeStore store;
    private final RecentChanges changes;
    private final Clock clock;

    Notices(NoticeStore store, RecentChanges changes, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.clock = clock;
    }

    /** The newest unread ones, those of one minute and kind as one. */
    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public List<Group> unread(Caller caller) {
        return caller.onlyCustomer()
                .map(customer -> store.unreadGroups(customer, PAGE))
                .orElse(List.of());
    }

    /** The newest unread ones of a zone. */
    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public List<Notice> unread(Caller caller, ZoneSnapshot zone) {
        return caller.onlyCustomer()
                .map(customer -> store.unreadOf(customer, zone.id(), OF_A_ZONE))
                .orElse(List.of());
    }

    /**
     * Read and unread ones, newest first.
     *
     * @param batch null for those of any time and kind
     * @param before the number before which the page starts, or null for the first page
     * @return one more than {@link #PAGE} where there is a further page
     */
    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public List<Notice> list(Caller caller, @Nullable Batch batch, @Nullable Long before) {
        return caller.onlyCustomer()
                .map(customer -> store.page(customer, batch, before == null ? Long.MAX_VALUE : before, PAGE + 1))
                .orElse(List.of());
    }

    /** The changes that notices are about, as far as the zones are still the caller's. */
    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public Map<ZoneVersion, HistoryEntry> changes(Caller caller, Collection<Notice> notices) {
        return changes.at(caller, notices.stream().map(Notice::change).toList());
    }

    @RetriedWhileStoreIsAway
    public void markRead(Caller caller, long id) {
        caller.onlyCustomer().ifPresent(customer -> store.markRead(customer, id, clock.instant()));
    }

    /** @param upTo the newest that was seen; what came since then stays unread */
    @RetriedWhileStoreIsAway
    public void markRead(Caller caller, Batch batch, long upTo) {
        caller.onlyCustomer().ifPresent(customer -> store.markRead(customer, batch, upTo, clock.instant()));
    }

    /** @param upTo the newest that was seen; what came since then stays unread */
    @RetriedWhileStoreIsAway
    public void markAllRead(Caller caller, long upTo) {
        caller.onlyCustomer().ifPresent(customer -> store.markAllRead(customer, upTo, clock.instant()));
    }

    /**
     * Unread notices of one minute and one kind.
     *
     * @param count how many, at least one
     * @param newest the one that was written last
     */
    public record Group(int count, Notice newest) {}

    /** Names the notices of one minute and one kind. */
    public record Batch(Instant minute, ChangeKind kind) {}
}
