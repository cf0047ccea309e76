package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The end of every edit: what passed the rules is written, unless it does harm that its editor must see first. */
@Component
class ConsentedWriter {

    private final ZoneWriter writer;
    private final ChangeJudgement judgement;

    ConsentedWriter(ZoneWriter writer, ChangeJudgement judgement) {
        this.writer = writer;
        this.judgement = judgement;
    }

    SaveOutcome write(ZoneSnapshot zone, Map<DomainName, Optional<MxSet>> wanted, Checks checks, Edit edit) {
        ChangePreview preview = preview(zone, wanted, checks);
        if (!edit.consent().covers(preview.harms())) {
            return new SaveOutcome.Harmful(preview);
        }
        return saved(zone, writer.write(zone, wanted, edit), checks.findings(), preview.harms());
    }

    ChangePreview preview(ZoneSnapshot zone, Map<DomainName, Optional<MxSet>> wanted, Checks checks) {
        List<SetChange> changes = SetChange.of(zone, wanted);
        ChangeJudgement.Judged judged = judgement.judge(changes, checks.hosts());
        return new ChangePreview(zone, changes, checks.findings(), judged.harms(), judged.hosts());
    }

    private static SaveOutcome saved(ZoneSnapshot before, ZoneSnapshot after, List<Finding> findings, Set<Harm> harms) {
        boolean same = before.mxSets().equals(after.mxSets());
        return new SaveOutcome.Saved(after, findings, harms, same ? null : before.version());
    }
}
