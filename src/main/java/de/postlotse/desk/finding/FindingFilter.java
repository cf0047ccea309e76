package de.postlotse.desk.finding;

import de.postlotse.store.StorableText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the list of findings is narrowed to; null where any will do.
 *
 * @param subject a mail server or a name server that findings of that kind are about; without a kind a mail server
 * @param customer a customer number
 * @param nameServer where the zones live
 * @param tld the last label of the zones, as an A-label
 * @param show which findings count where neither a kind nor a subject is given, and that each zone is listed once, with the
 *     worst of them; null for all findings, one by one
 */
public record FindingFilter(
        @Nullable FindingKind kind,
        @Nullable String subject,
        @Nullable String customer,
        @Nullable String nameServer,
        @Nullable String tld,
        @Nullable Age age,
        Standing standing,
        @Nullable Show show) {

    public FindingFilter {
        subject = StorableText.orNull(subject);
        customer = StorableText.orNull(customer);
        nameServer = StorableText.orNull(nameServer);
        tld = StorableText.orNull(tld);
    }

    /** All findings of that kind, one by one. */
    public FindingFilter(
            @Nullable FindingKind kind,
            @Nullable String subject,
            @Nullable String customer,
            @Nullable String nameServer,
            @Nullable String tld,
            @Nullable Age age,
            Standing standing) {
        this(kind, subject, customer, nameServer, tld, age, standing, null);
    }

    public static final FindingFilter OPEN = new FindingFilter(null, null, null, null, null, null, Standing.OPEN);

    /** What nobody looked at, and is more than advice. */
    public static final FindingFilter REAL =
            new FindingFilter(null, null, null, null, null, null, Standing.OPEN, Show.REAL);

    /** The kinds that are listed, worst first. */
    List<FindingKind> wanted() {
        return Stream.of(FindingKind.values())
                .filter(each -> kind != null ? each == kind : subject != null ? each.isAboutHost() : shows(each))
                .toList();
    }

    private boolean shows(FindingKind each) {
        return show == null || show.includes(each.severity());
    }

    boolean listsEachZoneOnce() {
        return show != null;
    }

    /** Whether the zones of incidents are listed one by one. */
    boolean resolvesIncidents() {
        return customer != null || subject != null;
    }

    /** How long a finding has been there, for those who look for old or for new ones. */
    public enum Age {
        AT_MOST_A_DAY(Duration.ofDays(1), true),
        AT_MOST_A_WEEK(Duration.ofDays(7), true),
        OVER_A_WEEK(Duration.ofDays(7), false),
        OVER_A_MONTH(Duration.ofDays(30), false);

        private final Duration bound;
        private final boolean young;

        Age(Duration bound, boolean young) {
            this.bound = bound;
            this.young = young;
        }

        Duration bound() {
            return bound;
        }

        /** The comparison of since when a finding is there with the moment that lies so far back. */
        String comparison() {
            return young ? ">=" : "<";
        }
    }

    /** Which findings a list shows by how much they press. */
    public enum Show {
        /** All that is more than advice. */
        REAL,
        FAULTS,
        WARNINGS,
        ADVICE,
        ALL;

        boolean includes(FindingKind.Severity severity) {
            return switch (this) {
                case REAL -> severity != FindingKind.Severity.ADVICE;
                case FAULTS -> severity == FindingKind.Severity.FAULT;
                case WARNINGS -> severity == FindingKind.Severity.WARNING;
                case ADVICE -> severity == FindingKind.Severity.ADVICE;
                case ALL -> true;
            };
        }
    }

    /** Which findings a list shows. */
    public enum Standing {
        /** Those that nobody looked at since they were found. */
        OPEN,
        /** Those that somebody looked at. */
        REVIEWED,
        ALL
    }
}
