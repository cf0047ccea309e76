package de.postlotse.planned.web;

import de.postlotse.zone.Finding;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Findings in the reader's language. */
@Component
class PlannedTexts {

    private final MessageSource messages;

    PlannedTexts(MessageSource messages) {
        this.messages = messages;
    }

    List<String> of(List<Finding> findings, Locale locale) {
        return findings.stream()
                .map(finding -> messages.getMessage(
                        "finding." + finding.code(),
                        finding.arguments().stream()
                                .map(argument -> argument instanceof Integer ? argument : argument.toString())
                                .toArray(),
                        locale))
                .toList();
    }
}
