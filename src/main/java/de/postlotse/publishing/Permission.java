package de.postlotse.publishing;

import de.postlotse.publishing.NameServerException.Reason;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Duration;

/**
 * Looks right before a change is sent whether it is still the newest, and whether the worker still is the one to send
 * it: after a long pause another node may have taken the order over, and even have brought a newer version.
 */
final class Permission implements MxReplacement.Permit {

    /** Well below the time after which another node takes an order for abandoned (missed heartbeats of the scheduler). */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final Zones zones;
    private final ZoneSnapshot zone;
    private final long start = System.nanoTime();

    Permission(Zones zones, ZoneSnapshot zone) {
        this.zones = zones;
        this.zone = zone;
    }

    @Override
    public void require() {
        boolean newest = zones.versionNow(zone.id()) == zone.version();
        if (!newest || System.nanoTime() - start > LEASE.toNanos()) {
            throw new NameServerException(
                    Reason.OVERTAKEN, zone.name() + " version " + zone.version() + " may have been overtaken");
        }
    }
}
