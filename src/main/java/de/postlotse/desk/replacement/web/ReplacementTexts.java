package de.postlotse.desk.replacement.web;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.Finding;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Findings in the reader's language. */
@Component
record ReplacementTexts(MessageSource messages) {

    List<HostFindingLine> of(List<Finding> findings, Locale locale) {
        return findings.stream().map(finding -> line(finding, locale)).toList();
    }

    private HostFindingLine line(Finding finding, Locale locale) {
        Object[] arguments =
                finding.arguments().stream().map(ReplacementTexts::readable).toArray();
        return new HostFindingLine(
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
