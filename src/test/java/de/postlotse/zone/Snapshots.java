package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Zones as the store wants them, for tests that need no store. */
public final class Snapshots {

    public static final Instant LIVE_SINCE = Instant.parse("2026-11-23T12:00:00Z");

    private Snapshots() {}

    public static ZoneSnapshot live(DomainName name, MxSet... sets) {
        return of(name, null, sets);
    }

    /** Somebody else put the given sets at the name server. */
    public static ZoneSnapshot drifted(DomainName name, List<MxSet> found, MxSet... sets) {
        return of(name, new Drift(found, Instant.EPOCH), sets);
    }

    private static ZoneSnapshot of(DomainName name, @Nullable Drift drift, MxSet... sets) {
        return new ZoneSnapshot(
                1,
                name,
                "10001",
                "embedded",
                1,
                MailRouting.UNSET,
                MailState.UNSET,
                ZoneHealth.of(ZoneHealth.Why.NO_MAIL_SERVER, LIVE_SINCE),
                Publication.live(1, 1, LIVE_SINCE),
                Delegation.UNKNOWN,
                null,
                List.of(sets),
                List.of(sets),
                drift);
    }
}
