package de.postlotse.support.web;

import de.postlotse.support.FindingLine;
import de.postlotse.support.Incident;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes findings ready to be shown, with links that keep what the list is narrowed to. */
@Component
class FindingViews {

    private final Ages ages;

    FindingViews(Ages ages) {
        this.ages = ages;
    }

    List<FindingView> of(List<FindingLine> lines, ReviewForm form, Locale locale) {
        return lines.stream()
                .map(line -> FindingView.of(line, form.page(line.zone(), line.cursor()), ages.of(line.since(), locale)))
                .toList();
    }

    List<FindingView> ofIncidents(List<Incident> incidents, ReviewForm form, Locale locale) {
        return incidents.stream()
                .map(incident -> FindingView.of(
                        incident, form.listOf(incident.kind(), incident.subject()), ages.of(incident.since(), locale)))
                .toList();
    }
}
