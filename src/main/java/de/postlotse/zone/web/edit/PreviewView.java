package de.postlotse.zone.web.edit;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.policy.FindingText;
import de.postlotse.zone.change.ChangePreview;
import de.postlotse.zone.change.Consequence;
import de.postlotse.zone.change.Harm;
import de.postlotse.zone.change.SetChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a change would do, as the page shows it.
 *
 * @param harmful whether it has to be agreed to
 * @param sentences what it means for mail, owner by owner
 * @param codes what a form brings back to say that the harms were seen
 */
record PreviewView(
        List<OwnerView> owners,
        boolean harmful,
        List<SentenceView> sentences,
        String codes,
        List<FindingText> findings) {

    static PreviewView of(
            ChangePreview preview,
            Map<DomainName, Set<Consequence>> consequences,
            String codes,
            List<FindingText> findings,
            Instant now) {
        return new PreviewView(
                preview.changes().stream()
                        .map(change -> OwnerView.of(change, consequences.getOrDefault(change.owner(), Set.of()), now))
                        .toList(),
                !preview.harms().isEmpty(),
                sentences(preview, consequences),
                codes,
                findings);
    }

    private static List<SentenceView> sentences(ChangePreview preview, Map<DomainName, Set<Consequence>> consequences) {
        Stream<SentenceView> ofOwners = preview.changes().stream()
                .map(SetChange::owner)
                .flatMap(owner -> consequences.getOrDefault(owner, Set.of()).stream()
                        .map(consequence -> new SentenceView(consequence.name(), owner.toUnicode())));
        Stream<SentenceView> ofAll = preview.harms().contains(Harm.SHARED_HOST_LOST)
                ? Stream.of(new SentenceView(Harm.SHARED_HOST_LOST.name(), ""))
                : Stream.of();
        return Stream.concat(ofOwners, ofAll).toList();
    }

    /** What it means for the mail of one owner. */
    record SentenceView(String consequence, String owner) {}

    /**
     * The set of one owner, old and new.
     *
     * @param gained the new servers; none where they are not known to take mail
     * @param cachedUntil how long others may go on using the old servers, from now on; null where there is none
     */
    record OwnerView(
            String owner,
            String shownOwner,
            List<RecordView> before,
            List<RecordView> after,
            List<String> gained,
            List<String> lost,
            @Nullable Instant cachedUntil) {

        static OwnerView of(SetChange change, Set<Consequence> consequences, Instant now) {
            boolean known = consequences.stream().allMatch(Consequence::reachesServers);
            return new OwnerView(
                    change.owner().toString(),
                    change.owner().toUnicode(),
                    records(change.before()),
                    records(change.after()),
                    known ? shown(change.gained()) : List.of(),
                    shown(change.lost()),
                    change.before()
                            .filter(set -> !set.isNullMx())
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
