package de.postlotse.desk.report.web;

import de.postlotse.desk.report.Reports;
import de.postlotse.desk.sweep.HostKnowledge;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.lookup.IpLiteral;
import de.postlotse.policy.HostCondition;
import de.postlotse.policy.ShownAddresses;
import de.postlotse.zone.Drift;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.Publication;
import de.postlotse.zone.RecordLine;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report as shown; without names of people, which are nobody's business outside.
 *
 * @param served what the name server was last seen to answer with; nothing where that is what is wanted
 */
record ReportView(
        String shownZone,
        String zone,
        Instant at,
        Instant until,
        String routing,
        String healthWhy,
        Instant healthSince,
        String delegation,
        PublicationView publication,
        List<SetView> sets,
        @Nullable List<RecordLine> served,
        List<ChangeView> changes) {

    static ReportView of(Reports.Report report, ShownAddresses shown) {
        ZoneSnapshot zone = report.zone();
        return new ReportView(
                zone.name().toUnicode(),
                zone.name().toString(),
                report.at(),
                report.until(),
                zone.routing().code(),
                zone.health().why().name(),
                zone.health().since(),
                zone.delegation().name(),
                PublicationView.of(zone.publication()),
                zone.mxSets().stream()
                        .map(set -> SetView.of(set, report, shown))
                        .toList(),
                served(zone),
                report.changes().stream().map(ChangeView::of).toList());
    }

    private static @Nullable List<RecordLine> served(ZoneSnapshot zone) {
        Drift drift = zone.drift();
        List<MxSet> seen = drift == null ? zone.lastServed() : drift.found();
        return Set.copyOf(seen).equals(Set.copyOf(zone.mxSets())) ? null : RecordLine.of(seen);
    }

    /** How far the name servers are. */
    record PublicationView(
            String state,
            @Nullable Instant since,
            @Nullable Long serial,
            @Nullable String problem) {

        static PublicationView of(Publication publication) {
            return new PublicationView(
                    publication.state().name(), publication.liveSince(), publication.serial(), publication.problem());
        }
    }

    record SetView(String shownOwner, boolean nullMx, String ttl, List<RowView> rows) {

        static SetView of(MxSet set, Reports.Report report, ShownAddresses shown) {
            return new SetView(
                    set.owner().toUnicode(),
                    set.isNullMx(),
                    set.ttl().toString(),
                    set.records().stream()
                            .map(record -> RowView.of(record, report.hosts().get(record.target()), shown))
                            .toList());
        }
    }

    /**
     * A server.
     *
     * @param since since when it is known to be in that condition; nothing where nothing is known
     */
    record RowView(
            int priority,
            String shownTarget,
            boolean nullMx,
            List<String> addresses,
            String condition,
            String verdict,
            @Nullable Instant since) {

        static RowView of(MxRecord record, @Nullable HostKnowledge known, ShownAddresses shown) {
            HostCondition condition =
                    known == null || known.condition() == null ? HostCondition.UNCHECKED : known.condition();
            return new RowView(
                    record.preference().value(),
                    record.target().toUnicode(),
                    record.isNullMx(),
                    known == null
                            ? List.of()
                            : shown.of(known.addresses().stream()
                                    .map(IpLiteral::parse)
                                    .toList()),
                    condition.name(),
                    verdict(condition),
                    known == null ? null : known.since());
        }

        /** The colour of a condition, as that of a verdict. */
        private static String verdict(HostCondition condition) {
            return switch (condition) {
                case USABLE -> "ACCEPT";
                case ALIAS, UNCHECKED -> "WARN";
                case DOES_NOT_EXIST, DANGLING_ALIAS, NO_ADDRESS, NOT_REACHABLE -> "REJECT";
            };
        }
    }

    record ChangeView(Instant at, String kind, boolean byStaff, List<RecordLine> before, List<RecordLine> after) {

        static ChangeView of(HistoryEntry entry) {
            return new ChangeView(
                    entry.at(),
                    entry.kind().name(),
                    entry.onBehalfOf() != null,
                    RecordLine.of(entry.before()),
                    RecordLine.of(entry.after()));
        }
    }
}
