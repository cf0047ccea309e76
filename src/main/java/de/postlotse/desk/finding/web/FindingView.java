package de.postlotse.desk.finding.web;

import de.postlotse.desk.finding.FindingKind;
import de.postlotse.desk.finding.FindingLine;
import de.postlotse.desk.finding.FindingStanding;
import de.postlotse.desk.finding.Incident;
import de.postlotse.dns.DomainName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong, as shown.
 *
 * @param address of the page where it is dealt with
 * @param zone null where it is about many
 * @param name the same as an A-label
 * @param zones how many
 * @param subject the host as A-labels or the name server that it is about; blank where it is about the zone itself
 * @param age for how long, in words
 */
record FindingView(
        String address,
        @Nullable String zone,
        @Nullable String name,
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
        @Nullable Instant reviewedAt) {

    static FindingView of(FindingLine line, String address, String age) {
        return new FindingView(
                address,
                line.zone().toUnicode(),
                line.zone().toString(),
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
                line.reviewedAt());
    }

    static FindingView of(Incident incident, String address, String age) {
        return new FindingView(
                address,
                null,
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
                null);
    }

    private static String shown(FindingKind kind, String subject) {
        return kind.isAboutHost() ? DomainName.of(subject).toUnicode() : subject;
    }
}
