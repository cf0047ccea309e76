package de.postlotse.zone.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.ChangePreview;
import de.postlotse.zone.Consent;
import de.postlotse.zone.Harm;
import de.postlotse.zone.SetChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a change would do, as the page shows it.
 *
 * @param codes the harms, as a form brings them back to say that they were seen
 */
record PreviewView(List<OwnerView> owners, List<String> harms, String codes, List<FindingText> findings) {

    static PreviewView of(ChangePreview preview, List<FindingText> findings, Instant now) {
        return new PreviewView(
                preview.changes().stream()
                        .map(change -> OwnerView.of(change, now))
                        .toList(),
                preview.harms().stream().map(Harm::name).toList(),
                Consent.codes(preview.harms()),
                findings);
    }

    /**
     * The set of one owner, old and new.
     *
     * @param cachedUntil how long others may go on using the old set, from now on; null where there is none
     */
    record OwnerView(
            String owner,
            String shownOwner,
            List<RecordView> before,
            List<RecordView> after,
            List<String> gained,
            List<String> lost,
            @Nullable Instant cachedUntil) {

        static OwnerView of(SetChange change, Instant now) {
            return new OwnerView(
                    change.owner().toString(),
                    change.owner().toUnicode(),
                    records(change.before()),
                    records(change.after()),
                    shown(change.gained()),
                    shown(change.lost()),
                    change.before()
                            .map(set -> now.plusSeconds(set.ttl().seconds()))
                            .orElse(null));
        }

        private static List<RecordView> records(Optional<MxSet> set) {
            return set.stream()
                    .flatMap(found -> found.records().stream()
                            .map(record -> new RecordView(
                                    record.preference().value(),
                                    record.target().toUnicode(),
                                    record.isNullMx(),
                                    found.ttl().seconds())))
                    .toList();
        }

        private static List<String> shown(List<DomainName> servers) {
            return servers.stream().map(DomainName::toUnicode).toList();
        }
    }

    record RecordView(int priority, String shownTarget, boolean nullMx, int ttl) {}
}
