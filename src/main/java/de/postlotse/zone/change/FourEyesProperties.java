package de.postlotse.zone.change;

import jakarta.validation.constraints.Min;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which changes wait until a second pair of eyes has looked at them. Harmless changes never wait.
 *
 * @param kinds which changes wait for a second pair of eyes: STAFF_EDIT, NULL_MX, MAIL_LEAVES_OUR_SERVERS
 * @param zones of how many zones at most mail may leave our servers at once without a second pair of eyes
 */
@ConfigurationProperties("postlotse.four-eyes")
@Validated
public record FourEyesProperties(
        @DefaultValue Set<Kind> kinds,
        @Min(0) @DefaultValue("10") int zones) {

    /** A kind of change that an operator can name. */
    public enum Kind {
        /** Staff change a customer's zone in a way that does harm, see {@link Harm}. */
        STAFF_EDIT,
        /** A domain is to take no mail any more (RFC 7505). */
        NULL_MX,
        /** Mail of more than {@link #zones} zones leaves the hoster's own servers. */
        MAIL_LEAVES_OUR_SERVERS
    }

    public boolean includes(Kind kind) {
        return kinds.contains(kind);
    }

    /** Whether a change waits that takes the mail of so many zones away from our servers. */
    public boolean leavesTooMany(long leaving) {
        return includes(Kind.MAIL_LEAVES_OUR_SERVERS) && leaving > zones;
    }

    /** Whether a change of many zones by staff waits that takes the mail of so many of them away from our servers. */
    public boolean bulkWaits(long leaving) {
        return includes(Kind.STAFF_EDIT) || leavesTooMany(leaving);
    }
}
