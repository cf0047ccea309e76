package de.postlotse.replacement.web;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.Finding;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Findings in the reader's language. */
@Component
class ReplacementTexts {

    private final MessageSource messages;

    ReplacementTexts(MessageSource messages) {
        this.messages = messages;
    }

    List<FindingLine> of(List<Finding> findings, Locale locale) {
        return findings.stream().map(finding -> line(finding, locale)).toList();
    }

    private FindingLine line(Finding finding, Locale locale) {
        Object[] arguments =
                finding.arguments().stream().map(ReplacementTexts::readable).toArray();
        return new FindingLine(
                finding.severity().name(),
                finding.code(),
                messages.getMessage("finding." + finding.code(), arguments, locale),
                finding.suggestion());
    }

    private static Object readable(Object argument) {
        if (argument instanceof DomainName name) {
            return name.toUnicode();
        }
        return argument instanceof Integer ? argument : argument.toString();
    }
}
