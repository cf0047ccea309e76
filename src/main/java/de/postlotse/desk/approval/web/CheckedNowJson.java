package de.postlotse.desk.approval.web;

import de.postlotse.policy.FindingText;
import de.postlotse.policy.FindingTexts;
import de.postlotse.policy.Verdict;
import de.postlotse.zone.change.ChangePreview;
import de.postlotse.zone.change.Harm;
import de.postlotse.zone.change.PendingChange;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the checks of now say of a change that waits.
 *
 * @param changedMeanwhile whether the zone is another than its author has seen
 */
record CheckedNowJson(Verdict verdict, boolean changedMeanwhile, Set<Harm> harms, List<FindingText> findings) {

    static CheckedNowJson of(PendingChange change, ChangePreview preview, FindingTexts texts, Locale locale) {
        return new CheckedNowJson(
                preview.verdict(),
                !change.isFor(preview.zone()),
                preview.harms(),
                texts.of(preview.findings(), locale));
    }
}
