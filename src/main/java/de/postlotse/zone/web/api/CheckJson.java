package de.postlotse.zone.web.api;

import de.postlotse.policy.CheckedEntry;
import de.postlotse.policy.FindingText;
import de.postlotse.policy.FindingTexts;
import de.postlotse.policy.Verdict;
import de.postlotse.zone.change.ChangePreview;
import de.postlotse.zone.change.CheckedChange;
import de.postlotse.zone.change.Harm;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer to a check. */
record CheckJson(Verdict verdict, @Nullable EntryReadJson entry, List<FindingText> findings, Set<Harm> harms) {

    static CheckJson of(ChangePreview preview, FindingTexts texts, Locale locale) {
        CheckedChange checked = preview.checked();
        CheckedEntry.Entry entry = checked.entries().getFirst().entry();
        return new CheckJson(
                checked.verdict(),
                entry == null
                        ? null
                        : new EntryReadJson(
                                entry.owner().relativeTo(preview.zone().name()),
                                entry.record().target().toString(),
                                entry.record().preference().value(),
                                entry.ttl().seconds()),
                texts.of(checked.findings(), locale),
                checked.passes() ? preview.harms() : Set.of());
    }

    /** The entry as it would be stored. */
    record EntryReadJson(String owner, String target, int priority, int ttl) {}
}
