package de.postlotse.desk.approval;

import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.change.ApprovalQueue;
import de.postlotse.zone.change.PendingChange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Puts changes into the queue. */
@Component
class StoredApprovalQueue implements ApprovalQueue {

    private final WaitingChanges waiting;
    private final Clock clock;

    StoredApprovalQueue(WaitingChanges waiting, Clock clock) {
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    @RetriedWhileStoreIsAway
    public long hold(PendingChange change) {
        String mark = mark(change);
        Optional<Long> there = waiting.find(change, mark);
        return there.orElseGet(() -> add(change, mark));
    }

    private long add(PendingChange change, String mark) {
        try {
            return waiting.add(change, mark, clock.instant());
        } catch (DuplicateKeyException sentTwice) {
            return waiting.find(change, mark).orElseThrow(() -> sentTwice);
        }
    }

    /** Forms without a number of their own are sent twice, too: the same wish of the same author for the same state. */
    private static String mark(PendingChange change) {
        String wish = String.join(
                "|",
                Long.toString(change.zoneId()),
                change.revision(),
                change.author().username(),
                WaitingChanges.owners(change),
                WaitingChanges.after(change));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(wish.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
