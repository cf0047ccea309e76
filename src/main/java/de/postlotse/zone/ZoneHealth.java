package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.SpecialUseNames;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Locale;

/**
 * How the mail of a zone is, as far as was seen. Whose servers take it is another matter: {@link MailRouting}.
 *
 * @param place the health's place in the order of lists, worst first
 * @param since when it was first seen to be so, for this reason
 */
@Embeddable
public record ZoneHealth(
        @Column(name = "health") int place,

        @Enumerated(EnumType.STRING) @Column(name = "health_why")
        Why why,

        @Column(name = "health_since") Instant since) {

    static ZoneHealth of(Why why, Instant since) {
        return new ZoneHealth(why.health().ordinal(), why, since);
    }

    /** The same again keeps since when it is so. */
    ZoneHealth now(Why reason, Instant at) {
        return reason == why ? this : of(reason, at);
    }

    public Health health() {
        return why.health();
    }

    /** Worst first; the names are part of the API. */
    public enum Health {
        /** Mail is lost or returned now, or what is set here has no effect. */
        BROKEN,
        /** Mail arrives, but somebody should look. */
        DEGRADED,
        /** Not looked at yet, on its way, or impossible to tell now. */
        UNKNOWN,
        /** Seen to be as it should be. */
        FINE
    }

    /** Why the mail of a zone is as it is; of several reasons the first counts. The codes are part of the API. */
    public enum Why {
        /** The world asks other name servers about the domain. */
        NOT_DELEGATED(Health.BROKEN),
        /** The name servers have not taken the last change for a while. */
        NOT_PUBLISHED(Health.BROKEN),
        /** The last change is on its way to the name servers. */
        BEING_PUBLISHED(Health.UNKNOWN),
        /** No server of an owner takes mail. */
        NO_SERVER_LEFT(Health.BROKEN),
        /** Somebody else changed the records at the name server. */
        CHANGED_ELSEWHERE(Health.DEGRADED),
        /** No MX record at the domain itself. */
        NO_MAIL_SERVER(Health.DEGRADED),
        /** One of several servers takes no mail, or only that of some senders. */
        SERVER_UNUSABLE(Health.DEGRADED),
        /** Taken over or changed a moment ago. */
        NOT_CHECKED_YET(Health.UNKNOWN),
        /** DNS does not tell: neither yes nor no. */
        CANNOT_BE_TOLD(Health.UNKNOWN),
        /** The domain takes no mail, as wanted. */
        NO_MAIL_WANTED(Health.FINE),
        /** All that was looked at is as it should be. */
        IN_ORDER(Health.FINE);

        private final Health health;

        Why(Health health) {
            this.health = health;
        }

        public Health health() {
            return health;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Why of(
                DomainName zone,
                ServersJudged.Servers servers,
                Delegation delegation,
                PublicationState publication,
                MailRouting routing) {
            if (delegation == Delegation.ELSEWHERE || delegation == Delegation.NONE) {
                return NOT_DELEGATED;
            }
            return switch (publication) {
                case OVERDUE -> NOT_PUBLISHED;
                case ORDERED, SPREADING, FAILING -> BEING_PUBLISHED;
                case DRIFTED -> servers == ServersJudged.Servers.NONE_LEFT ? NO_SERVER_LEFT : CHANGED_ELSEWHERE;
                case LIVE ->
                    ofLive(servers, delegation == Delegation.UNKNOWN && !SpecialUseNames.contains(zone), routing);
            };
        }

        private static Why ofLive(ServersJudged.Servers servers, boolean delegationUntold, MailRouting routing) {
            if (routing == MailRouting.UNSET && servers != ServersJudged.Servers.NONE_LEFT) {
                return NO_MAIL_SERVER;
            }
            return switch (servers) {
                case NONE_LEFT -> NO_SERVER_LEFT;
                case SOME_UNUSABLE -> SERVER_UNUSABLE;
                case NOT_CHECKED -> NOT_CHECKED_YET;
                case UNTOLD -> CANNOT_BE_TOLD;
                case USABLE -> {
                    if (delegationUntold) {
                        yield CANNOT_BE_TOLD;
                    }
                    yield routing == MailRouting.NO_MAIL ? NO_MAIL_WANTED : IN_ORDER;
                }
            };
        }
    }
}
