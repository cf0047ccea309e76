package de.postlotse.zone.web;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.Finding;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts findings into the reader's language; names are shown as people know them, with the A-labels beside. */
@Component
class FindingTexts {

    private final MessageSource messages;

    FindingTexts(MessageSource messages) {
        this.messages = messages;
    }

    List<FindingText> of(List<Finding> findings, Locale locale) {
        return findings.stream()
                .map(finding -> FindingText.of(finding, message(finding, locale)))
                .toList();
    }

    private String message(Finding finding, Locale locale) {
        Object[] arguments =
                finding.arguments().stream().map(FindingTexts::readable).toArray();
        return messages.getMessage("finding." + finding.code(), arguments, locale);
    }

    private static Object readable(Object argument) {
        if (argument instanceof DomainName name) {
            String unicode = name.toUnicode();
            return unicode.equals(name.toString()) ? unicode : unicode + " (" + name + ")";
        }
        return argument instanceof Integer number ? number : argument.toString();
    }
}
