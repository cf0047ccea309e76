package de.postlotse.zone.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.policy.FindingText;
import de.postlotse.policy.HostStatus;
import de.postlotse.policy.Verdict;
import de.postlotse.zone.OwnMailServers;
import de.postlotse.zone.ZoneSnapshot;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The MX set of one owner, as the page shows it. */
public record SetView(String owner, String shownOwner, boolean apex, boolean nullMx, int ttl, List<RowView> rows) {

    /**
     * One record of the set.
     *
     * @param id the place on the page that the answer of DNS is put into
     * @param rank when senders try it: FIRST, THEN, or ONLY where there is no other
     * @param whose OURS or THEIRS; null where the hoster has no servers, and of "no mail"
     * @param status what DNS says, where it was asked already
     */
    record RowView(
            String id,
            int priority,
            String target,
            String shownTarget,
            boolean idn,
            boolean nullMx,
            String rank,
            @Nullable String whose,
            @Nullable StatusView status) {}

    static List<SetView> of(ZoneSnapshot zone, Map<DomainName, StatusView> statuses, OwnMailServers ownServers) {
        return IntStream.range(0, zone.mxSets().size())
                .mapToObj(i -> of(zone, i, zone.mxSets().get(i), statuses, ownServers))
                .toList();
    }

    private static SetView of(
            ZoneSnapshot zone, int place, MxSet set, Map<DomainName, StatusView> statuses, OwnMailServers ownServers) {
        List<RowView> rows = IntStream.range(0, set.records().size())
                .mapToObj(i -> row("dns-" + place + "-" + i, set.records().get(i), rank(set, i), statuses, ownServers))
                .toList();
        return new SetView(
                set.owner().toString(),
                set.owner().toUnicode(),
                set.owner().equals(zone.name()),
                set.isNullMx(),
                set.ttl().seconds(),
                rows);
    }

    private static String rank(MxSet set, int place) {
        int first = set.records().stream()
                .mapToInt(record -> record.preference().value())
                .min()
                .orElse(0);
        boolean isFirst = set.records().get(place).preference().value() == first;
        return set.records().size() == 1 ? "ONLY" : isFirst ? "FIRST" : "THEN";
    }

    private static RowView row(
            String id, MxRecord record, String rank, Map<DomainName, StatusView> statuses, OwnMailServers ownServers) {
        String shown = record.target().toUnicode();
        return new RowView(
                id,
                record.preference().value(),
                record.target().toString(),
                shown,
                !shown.equals(record.target().toString()),
                record.isNullMx(),
                rank,
                record.isNullMx() || !ownServers.exist() ? null : ownServers.has(record.target()) ? "OURS" : "THEIRS",
                statuses.get(record.target()));
    }

    /**
     * What DNS says of a server, in the reader's language.
     *
     * @param word the key of what is said in a word or two: the fault itself where there is one
     */
    record StatusView(String verdict, String word, List<String> addresses, List<FindingText> findings) {

        /** @param addresses that may be named to the reader */
        static StatusView of(HostStatus status, List<String> addresses, List<FindingText> findings) {
            String word = status.verdict() == Verdict.REJECT
                    ? "mx.fault." + status.condition()
                    : "verdict." + status.verdict();
            return new StatusView(status.verdict().name(), word, addresses, findings);
        }
    }
}
