package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The end of every edit: what passed the rules is written, unless it does harm that its editor must see first, or is of a
 * kind that somebody else must see first.
 */
@Component
class ConsentedWriter {

    private final ZoneWriter writer;
    private final ChangeJudgement judgement;
    private final FourEyesRule fourEyes;
    private final ObjectProvider<ChangeGate> gate;

    ConsentedWriter(
            ZoneWriter writer, ChangeJudgement judgement, FourEyesRule fourEyes, ObjectProvider<ChangeGate> gate) {
        this.writer = writer;
        this.judgement = judgement;
        this.fourEyes = fourEyes;
        this.gate = gate;
    }

    SaveOutcome write(ZoneSnapshot zone, Map<DomainName, Optional<MxSet>> wanted, Checks checks, Edit edit) {
        ChangePreview preview = preview(zone, wanted, checks);
        if (!edit.consent().covers(preview.harms())) {
            return new SaveOutcome.Harmful(preview);
        }
        Set<FourEyesProperties.Kind> why = fourEyes.why(preview, edit.caller());
        ChangeGate open = why.isEmpty() ? null : gate.getIfAvailable();
        return open == null
                ? saved(zone, writer.write(zone, wanted, edit), checks.findings(), preview.harms())
                : new SaveOutcome.Waiting(
                        open.hold(HeldChange.of(preview, edit, why)), zone, why, preview.findings(), preview.harms());
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
