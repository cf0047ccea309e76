package de.postlotse.approval.web;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.ChangePreview;
import de.postlotse.zone.Finding;
import de.postlotse.zone.Harm;
import de.postlotse.zone.HeldChange;
import de.postlotse.zone.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;

/**
 * What the checks of now say of a change that waits.
 *
 * @param changedMeanwhile whether the zone is another than its author has seen
 */
record CheckedNowJson(Verdict verdict, boolean changedMeanwhile, Set<Harm> harms, List<FindingJson> findings) {

    static CheckedNowJson of(HeldChange change, ChangePreview preview, MessageSource messages, Locale locale) {
        return new CheckedNowJson(
                preview.verdict(),
                !change.isFor(preview.zone()),
                preview.harms(),
                FindingJson.of(preview.findings(), messages, locale));
    }

    /** A finding in the caller's language. */
    record FindingJson(String severity, String field, String code, String message) {

        static List<FindingJson> of(List<Finding> findings, MessageSource messages, Locale locale) {
            return findings.stream()
                    .map(finding -> new FindingJson(
                            finding.severity().name(),
                            finding.field().name().toLowerCase(Locale.ROOT),
                            finding.code(),
                            messages.getMessage(
                                    "finding." + finding.code(),
                                    finding.arguments().stream()
                                            .map(FindingJson::readable)
                                            .toArray(),
                                    locale)))
                    .toList();
        }

        private static Object readable(Object argument) {
            if (argument instanceof DomainName name) {
                return name.toUnicode();
            }
            return argument instanceof Integer number ? number : argument.toString();
        }
    }
}
