package de.postlotse.support.web;

import de.postlotse.dns.DomainName;
import de.postlotse.support.FindingKind;
import de.postlotse.support.FindingLine;
import de.postlotse.support.FindingStanding;
import de.postlotse.support.Incident;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong, as shown.
 *
 * @param address of the page where it is dealt with
 * @param zone null where it is about many
 * @param zones how many
 * @param subject the host as A-labels or the name server that it is about; blank where it is about the zone itself
 * @param age for how long, in words
 * @param tone how bad it is, for the eye
 */
record FindingView(
        String address,
        @Nullable String zone,
        int zones,
        String customer,
        String nameServer,
        String kind,
        String subject,
        String shownSubject,
        boolean aboutHost,
        boolean reviewed,
        Instant since,
        String age,
        @Nullable Instant reviewedAt,
        String tone) {

    static FindingView of(FindingLine line, String address, String age) {
        return new FindingView(
                address,
                line.zone().toUnicode(),
                1,
                line.customer(),
                line.nameServer(),
                line.kind().name(),
                line.subject(),
                shown(line.kind(), line.subject()),
                line.kind().isAboutHost(),
                line.standing() == FindingStanding.REVIEWED,
                line.since(),
                age,
                line.reviewedAt(),
                tone(line.kind()));
    }

    static FindingView of(Incident incident, String address, String age) {
        return new FindingView(
                address,
                null,
                incident.zones(),
                "",
                "",
                incident.kind().name(),
                incident.subject(),
                shown(incident.kind(), incident.subject()),
                incident.kind().isAboutHost(),
                false,
                incident.since(),
                age,
                null,
                tone(incident.kind()));
    }

    private static String shown(FindingKind kind, String subject) {
        return kind.isAboutHost() ? DomainName.of(subject).toUnicode() : subject;
    }

    private static String tone(FindingKind kind) {
        return switch (kind) {
            case NO_SERVER_LEFT,
                    TARGET_GONE,
                    TARGET_NO_ADDRESS,
                    TARGET_PRIVATE,
                    NOT_DELEGATED,
                    DRIFTED,
                    PUBLISHING_FAILING -> "bad";
            case TARGET_ALIAS, NULL_MX_BESIDE_SERVERS, TARGET_UNRESOLVABLE, SECOND_LOOK -> "warn";
            case SINGLE_SERVER -> "plain";
        };
    }
}
