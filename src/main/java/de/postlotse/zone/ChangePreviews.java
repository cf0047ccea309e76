package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What changes would do that somebody is only asked about, or asks about; nothing is saved. */
@Service
public class ChangePreviews {

    private final ConsentedWriter writer;
    private final ChangeJudgement judgement;
    private final PolicyProperties properties;

    ChangePreviews(ConsentedWriter writer, ChangeJudgement judgement, PolicyProperties properties) {
        this.writer = writer;
        this.judgement = judgement;
        this.properties = properties;
    }

    /** Without one of its records. */
    public ChangePreview removal(ZoneSnapshot zone, DomainName owner, MxRecord record) {
        return writer.preview(zone, Map.of(owner, zone.setWith(owner, record).without(record)), Checks.NONE);
    }

    /** With a null MX in the place of all servers of an owner. */
    public ChangePreview refusal(ZoneSnapshot zone, DomainName owner) {
        Ttl ttl = zone.setAt(owner).map(MxSet::ttl).orElseGet(properties::proposedTtl);
        MxSet none = MxSet.of(owner, ttl, List.of(MxRecord.NULL_MX));
        return writer.preview(zone, Map.of(owner, Optional.of(none)), Checks.NONE);
    }

    /**
     * The harm that a checked entry would do beside the records of its owner.
     *
     * @param assumed the records to assume there instead of the stored ones
     */
    public Set<Harm> ofAddition(ZoneSnapshot zone, CheckedEntry checked, @Nullable Assumed assumed) {
        CheckedEntry.Entry entry = checked.entry();
        if (entry == null || !checked.verdict().passes()) {
            return Set.of();
        }
        Optional<MxSet> before =
                assumed == null ? zone.setAt(entry.owner()) : assumed.at(entry.owner(), properties.proposedTtl());
        List<MxRecord> records = new ArrayList<>(before.map(MxSet::records).orElse(List.of()));
        records.add(entry.record());
        MxSet after = MxSet.of(entry.owner(), entry.ttl(), records);
        SetChange change = new SetChange(entry.owner(), before, Optional.of(after));
        return judgement
                .judge(List.of(change), Checks.of(List.of(checked)).hosts())
                .harms();
    }
}
