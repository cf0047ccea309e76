package de.postlotse.approval;

import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.ChangeGate;
import de.postlotse.zone.HeldChange;
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
class Gate implements ChangeGate {

    private final WaitingChanges waiting;
    private final Clock clock;

    Gate(WaitingChanges waiting, Clock clock) {
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    @RetriedWhileStoreIsAway
    public long hold(HeldChange change) {
        String mark = mark(change);
        Optional<Long> there = waiting.find(change, mark);
        return there.orElseGet(() -> add(change, mark));
    }

    private long add(HeldChange change, String mark) {
        try {
            return waiting.add(change, mark, clock.instant());
        } catch (DuplicateKeyException sentTwice) {
            return waiting.find(change, mark).orElseThrow(() -> sentTwice);
        }
    }

    /** Forms without a number of their own are sent twice, too: the same wish of the same author for the same state. */
    private static String mark(HeldChange change) {
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
