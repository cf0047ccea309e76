package de.postlotse.notice;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.history.ZoneVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Staff changed a customer's zone.
 *
 * @param id grows with time, for going from page to page
 * @param noticedMinute in which that was, by which many of them are shown as one
 * @param readAt when the customer said that they know; null until then
 */
public record Notice(
        long id,
        long zoneId,
        DomainName zone,
        long version,
        ChangeKind kind,
        Instant noticedAt,
        Instant noticedMinute,
        @Nullable Instant readAt) {

    public boolean isUnread() {
        return readAt == null;
    }

    public ZoneVersion change() {
        return new ZoneVersion(zoneId, version);
    }
}
