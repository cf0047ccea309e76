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

    /** What was read so recently is as good as read now: nobody else publishes the zone while the lease lasts. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Zones zones;
    private final ZoneSnapshot zone;
    private final Duration longest;
    private final long takenAt;

    /**
     * @param takenAt {@link System#nanoTime} from before the order was taken
     * @param lease after which another node may take the order; two thirds of it are left for what is under way
     */
    Permission(Zones zones, ZoneSnapshot zone, long takenAt, Duration lease) {
        this.zones = zones;
        this.zone = zone;
        this.takenAt = takenAt;
        this.longest = lease.dividedBy(3);
    }

    @Override
    public void require() {
        Duration age = Duration.ofNanos(System.nanoTime() - takenAt);
        boolean overtaken = age.compareTo(longest) > 0
                || (age.compareTo(FRESH) > 0 && zones.versionNow(zone.id()) != zone.version());
        if (overtaken) {
            throw new NameServerException(
                    Reason.OVERTAKEN, zone.name() + " version " + zone.version() + " may have been overtaken");
        }
    }
}
